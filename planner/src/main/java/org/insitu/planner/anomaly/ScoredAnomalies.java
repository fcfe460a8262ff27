/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.anomaly;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.insitu.planner.table.Table;
import org.insitu.udf.expression.Program;
import org.insitu.udf.expression.Program.Named;
import org.insitu.udf.sql.InputColumn;
import org.insitu.udf.sql.SqlDialect;
import org.insitu.udf.sql.SqlText;
import org.insitu.udf.sql.SqlWriter;

/** Anomalies by a score that the model alone gives a row. */
public final class ScoredAnomalies {
  private ScoredAnomalies() {}

  /**
   * The scores of training rows, whose thresholds are a fact.
   *
   * @param score a program whose only output it is
   */
  public static SqlText scores(
      Program score, String source, Map<String, InputColumn> inputs, SqlWriter writer) {
    return writer.select(named("score", score), source, List.of(), inputs);
  }

  /** The name of a program's only output. */
  static String name(Program score) {
    return score.outputs().getFirst().name();
  }

  /** The rows with their scores: {@code is_anomaly}, the score, {@code kept}. */
  static SqlText sql(
      Program score,
      Map<String, Table> facts,
      double contamination,
      String source,
      List<String> keep,
      Map<String, InputColumn> inputs,
      SqlWriter writer,
      SqlDialect dialect) {
    SqlText scored = writer.select(named("__score", score), source, keep, inputs);
    StringJoiner kept = new StringJoiner(", ");
    keep.forEach(name -> kept.add(dialect.quoteIdentifier(name)));
    String sql =
        """
        SELECT "__score" > %s AS is_anomaly, "__score" AS %s, %s
        FROM (
        %s
        ) AS scored\
        """
            .formatted(
                dialect.number(AnomalyThresholds.of(facts, contamination)),
                dialect.quoteIdentifier(name(score)),
                kept,
                scored.sql());
    return new SqlText(sql, scored.kernels());
  }

  private static Program named(String name, Program score) {
    return new Program(
        score.layers(), List.of(new Named(name, score.outputs().getFirst().expression())));
  }
}
