/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.evaluate;

import java.util.List;
import java.util.StringJoiner;
import org.insitu.planner.evaluate.ScoreGroups.Marks;
import org.insitu.udf.sql.SqlDialect;

/** The evaluation queries of classifiers. */
public final class ClassificationMetrics {
  private ClassificationMetrics() {}

  /**
   * The rows of a model of two classes in groups of neighbouring scores, kept as a table for {@link
   * Scored}: enough for metrics, curves through percentiles and lift.
   *
   * @param buckets of the lift
   */
  public static String groups(Scored scored, int buckets, SqlDialect dialect) {
    return ScoreGroups.of(scored, new Marks(BinaryCurves.STEPS, buckets), dialect);
  }

  /** ML.EVALUATE: one row of {@code precision, recall, accuracy, f1_score, log_loss, roc_auc}. */
  public static String evaluate(Scored scored, SqlDialect dialect) {
    return scored.classes().size() == 2
        ? BinaryMetrics.sql(scored, dialect)
        : MulticlassMetrics.sql(scored, dialect);
  }

  /**
   * ML.CONFUSION_MATRIX: one row per class, {@code expected_label} and a count of predictions per
   * class.
   *
   * @param labelType the SQL type of {@code expected_label}
   * @param columns the names of the count columns, one per class
   */
  public static String confusionMatrix(
      Scored scored, List<String> columns, String labelType, SqlDialect dialect) {
    StringJoiner counts = new StringJoiner(", ");
    StringJoiner answer = new StringJoiner(", ");
    StringJoiner rows = new StringJoiner(", ");
    for (int k = 0; k < columns.size(); k++) {
      String name = dialect.string(scored.classes().get(k));
      counts.add("sum(n) FILTER (WHERE prediction = %s) AS n%d".formatted(name, k));
      answer.add(
          "CAST(coalesce(n%d, 0) AS BIGINT) AS %s"
              .formatted(k, dialect.quoteIdentifier(columns.get(k))));
      rows.add("(%d, %s)".formatted(k, name));
    }
    return """
    SELECT CAST(class AS %s) AS expected_label, %s
    FROM (VALUES %s) AS classes(k, class) LEFT JOIN (
      SELECT y, %s
      FROM (%s) AS cells GROUP BY y) AS counts ON counts.y = classes.class
    ORDER BY k\
    """
        .formatted(labelType, answer, rows, counts, cells(scored, dialect));
  }

  private static String cells(Scored scored, SqlDialect dialect) {
    return scored.counts().isPresent()
        ? ScoreCounts.cells(scored, dialect)
        : "SELECT y, prediction, count(*) AS n FROM (%s) AS scored GROUP BY y, prediction"
            .formatted(scored.sql());
  }
}
