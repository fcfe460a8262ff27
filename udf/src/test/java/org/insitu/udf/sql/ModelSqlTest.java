/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.insitu.udf.expression.Program;
import org.insitu.udf.expression.Program.Named;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.model.ModelFunction;
import org.insitu.udf.model.ModelPrograms;
import org.insitu.udf.model.PredictOptions;
import org.insitu.udf.model.TestingModels;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The text of every model runs in DuckDB, and its two forms answer the same. */
class ModelSqlTest {
  private static final SqlWriter WRITER =
      new SqlWriter(new DuckDbDialect(), TreeForm.inline(10_000));
  private static TestingDuckDb db;

  static List<ModelFunction> models() {
    return TestingModels.written();
  }

  @BeforeAll
  static void open() {
    db = new TestingDuckDb();
    TestingRows.create(db, "DOUBLE", "DOUBLE", "VARCHAR");
    TestingRows.addExtremes(db);
  }

  @AfterAll
  static void close() {
    db.close();
  }

  @ParameterizedTest
  @MethodSource("models")
  void answersTheSameInlineAsInLayers(ModelFunction model) {
    Program program = ModelPrograms.of(model, new PredictOptions(0.4, true));
    String layered = WRITER.select(program, "FROM people", List.of("id"), Map.of()).sql();
    List<String> items = new ArrayList<>(List.of("id"));
    for (Named output : program.outputs()) {
      items.add(WRITER.inline(program, output.name(), Map.of()).sql());
    }

    List<List<Object>> rows = db.query(layered + " ORDER BY id");

    assertThat(rows).hasSize(3000 + 76);
    assertThat(db.query("SELECT " + String.join(", ", items) + " FROM people ORDER BY id"))
        .isEqualTo(rows);
  }

  @ParameterizedTest
  @MethodSource("models")
  void answersTheSameWhenTypesAreKnown(ModelFunction model) {
    Program program = ModelPrograms.of(model, new PredictOptions(0.4, true));
    Map<String, InputColumn> known =
        Map.of(
            "age", InputColumn.of("AGE", ValueType.DOUBLE),
            "income", InputColumn.of("income", ValueType.DOUBLE),
            "city", InputColumn.of("city", ValueType.VARCHAR),
            "member", InputColumn.of("member", ValueType.BOOLEAN),
            "day", InputColumn.of("day", ValueType.DATE));

    String with = WRITER.select(program, "FROM people", List.of("id"), known).sql();
    String without = WRITER.select(program, "FROM people", List.of("id"), Map.of()).sql();

    assertThat(db.query(with + " ORDER BY id")).isEqualTo(db.query(without + " ORDER BY id"));
  }

  @ParameterizedTest
  @MethodSource("models")
  void answersTheSameWhenForestsAreCalled(ModelFunction model) {
    Program program = ModelPrograms.of(model, new PredictOptions(0.4, true));
    SqlWriter calling = new SqlWriter(new DuckDbDialect(), TreeForm.CALL);
    SqlText called = calling.select(program, "FROM people", List.of("id"), Map.of());
    String inline = WRITER.select(program, "FROM people", List.of("id"), Map.of()).sql();
    called.kernels().forEach(db::register);

    assertThat(called.kernels().isEmpty())
        .isEqualTo(
            !(model instanceof ModelFunction.BoostedTrees
                || model instanceof ModelFunction.Isotonic
                || model instanceof ModelFunction.IsolationForest
                || model instanceof ModelFunction.GaussianProcess));
    if (!(model instanceof ModelFunction.GaussianProcess)) { // two libraries' exp differ
      assertThat(db.query(called.sql() + " ORDER BY id"))
          .isEqualTo(db.query(inline + " ORDER BY id"));
    }
  }

  @Test
  void doesNotLeakLayerColumns() {
    Program program = ModelPrograms.of(TestingModels.multinomial(), PredictOptions.DEFAULTS);
    String sql = WRITER.select(program, "FROM people", List.of("id"), Map.of()).sql();

    assertThat(db.query("SELECT column_name FROM (DESCRIBE " + sql + ")"))
        .containsExactly(
            List.of("id"), List.of("predicted_grade"), List.of("predicted_grade_probs"));
  }
}
