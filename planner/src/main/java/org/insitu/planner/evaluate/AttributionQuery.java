/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.insitu.udf.expression.Program;
import org.insitu.udf.model.ModelExplanations;
import org.insitu.udf.model.ModelFunction;
import org.insitu.udf.sql.InputColumn;
import org.insitu.udf.sql.SqlDialect;
import org.insitu.udf.sql.SqlText;
import org.insitu.udf.sql.SqlWriter;
import org.insitu.udf.sql.TreeForm;

/**
 * The magnitudes of attributions over some rows, as one aggregate query.
 *
 * <p><b>Shape:</b> one row for each class that is predicted at all, one of regressions: {@code
 * class_number BIGINT} (0 of regressions), {@code explained BIGINT} (how many rows), then for each
 * feature the sum of the attributions' magnitudes, DOUBLE.
 */
public final class AttributionQuery {
  private AttributionQuery() {}

  /**
   * The query.
   *
   * @param source a query with the model's inputs
   * @param inputs as in {@link SqlWriter#select}
   */
  public static SqlText of(
      ModelFunction model, String source, Map<String, InputColumn> inputs, SqlDialect dialect) {
    Program program = ModelExplanations.attributions(model);
    SqlText rows = new SqlWriter(dialect, TreeForm.CALL).select(program, source, List.of(), inputs);
    boolean classes = program.outputs().size() > model.features().size();
    List<String> items = new ArrayList<>();
    items.add((classes ? dialect.quoteIdentifier("class") : "0") + " AS class_number");
    items.add("count(*) AS explained");
    for (int i = 0; i < model.features().size(); i++) {
      items.add("sum(abs(%s))".formatted(dialect.quoteIdentifier("a" + i)));
    }
    String sql =
        "SELECT %s\nFROM (\n%s\n) AS attributions\nGROUP BY 1 ORDER BY 1"
            .formatted(String.join(", ", items), rows.sql());
    return new SqlText(sql, rows.kernels());
  }
}
