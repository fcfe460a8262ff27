/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.arrow.vector.types.pojo.Field;
import org.insitu.executor.warehouse.Answer;
import org.insitu.server.session.EngineConfig;
import org.insitu.server.session.InsituEngine;
import org.insitu.server.session.Session;
import org.insitu.server.session.StatementListener;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as data: a query repeated over a file that has other columns by now is planned again. */
class FilesTest {
  @ParameterizedTest
  @ValueSource(strings = {"'%s'", "\"%s\"", "read_csv('%s')"})
  void seesTheColumnsThatAFileHasNow(String form, @TempDir Path folder) throws Exception {
    Path file = folder.resolve("rows.csv");
    try (InsituEngine engine = InsituEngine.open(EngineConfig.inMemory());
        Session session = engine.openSession()) {
      columns(
          session,
          "CREATE MODEL m OPTIONS (model_type = 'LINEAR_REG', input_label_cols = ['y'],"
              + " data_split_method = 'NO_SPLIT') AS SELECT i AS x, 2 * i AS y FROM range(9) r(i)");
      String query =
          "SELECT * FROM ML.PREDICT(MODEL m, (SELECT * FROM " + form.formatted(file) + "))";
      Files.writeString(file, "x,c\n1,a\n");
      assertThat(columns(session, query)).containsExactly("x", "c", "predicted_y");
      Files.writeString(file, "x,d,e\n2,b,3\n");
      assertThat(columns(session, query)).containsExactly("x", "d", "e", "predicted_y");
    }
  }

  private static List<String> columns(Session session, String sql) {
    try (Answer answer = session.execute(sql, List.of(), StatementListener.SILENT)) {
      while (answer.next()) {
        assertThat(answer.batch().getRowCount()).isPositive();
      }
      return answer.schema().getFields().stream().map(Field::getName).toList();
    }
  }
}
