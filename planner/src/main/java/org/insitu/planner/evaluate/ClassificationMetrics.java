/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.insitu.udf.sql.SqlDialect;

/** The evaluation queries of classifiers. */
public final class ClassificationMetrics {
  /** ROC_CURVE's default thresholds: this many percentiles of the scores. */
  private static final int ROC_STEPS = 100;

  private ClassificationMetrics() {}

  /** The rows of a model of two classes by their score: kept as a table, for {@link Scored}. */
  public static String byScore(Scored scored, SqlDialect dialect) {
    return BinaryMetrics.byScore(scored, dialect);
  }

  /**
   * ML.EVALUATE: one row of {@code precision, recall, accuracy, f1_score, log_loss, roc_auc}.
   *
   * @param threshold of the positive class; models of more classes ignore it
   */
  public static String evaluate(Scored scored, double threshold, SqlDialect dialect) {
    return scored.classes().size() == 2
        ? BinaryMetrics.sql(scored, threshold, dialect)
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
      counts.add("count(*) FILTER (WHERE prediction = %s) AS n%d".formatted(name, k));
      answer.add("coalesce(n%d, 0) AS %s".formatted(k, dialect.quoteIdentifier(columns.get(k))));
      rows.add("(%d, %s)".formatted(k, name));
    }
    return """
    SELECT CAST(class AS %s) AS expected_label, %s
    FROM (VALUES %s) AS classes(k, class) LEFT JOIN (
      SELECT y, %s FROM (%s) AS scored GROUP BY y) AS counts ON counts.y = classes.class
    ORDER BY k\
    """
        .formatted(labelType, answer, rows, counts, scored.sql());
  }

  /**
   * ML.ROC_CURVE of a model of two classes, one row per threshold, highest first; a score above the
   * threshold counts as positive.
   *
   * @param thresholds empty for the percentiles of the scores
   */
  public static String rocCurve(Scored scored, List<Double> thresholds, SqlDialect dialect) {
    return """
    WITH by_score AS (%1$s),
    totals AS (SELECT sum(positives) AS positives, sum(negatives) AS negatives FROM by_score)
    SELECT threshold,
      CASE WHEN totals.positives > 0 THEN tp / totals.positives ELSE 0 END AS recall,
      CASE WHEN totals.negatives > 0 THEN fp / totals.negatives ELSE 0 END
        AS false_positive_rate,
      CAST(tp AS BIGINT) AS true_positives, CAST(fp AS BIGINT) AS false_positives,
      CAST(totals.negatives - fp AS BIGINT) AS true_negatives,
      CAST(totals.positives - tp AS BIGINT) AS false_negatives
    FROM (%2$s) AS points CROSS JOIN totals ORDER BY threshold DESC\
    """
        .formatted(
            BinaryMetrics.byScore(scored, dialect),
            thresholds.isEmpty() ? percentiles(dialect) : given(thresholds, dialect));
  }

  private static String percentiles(SqlDialect dialect) {
    List<String> fractions = new ArrayList<>();
    for (int i = 0; i <= ROC_STEPS; i++) {
      fractions.add(dialect.number((double) i / ROC_STEPS));
    }
    return """
    SELECT p AS threshold, positives_above AS tp, negatives_above AS fp FROM by_score
    WHERE p IN (SELECT unnest(quantile_disc(p, [%s])) FROM by_score)\
    """
        .formatted(String.join(", ", fractions));
  }

  private static String given(List<Double> thresholds, SqlDialect dialect) {
    StringJoiner rows = new StringJoiner(", ");
    thresholds.forEach(t -> rows.add("(" + dialect.number(t) + ")"));
    return """
    SELECT threshold, coalesce(sum(positives) FILTER (WHERE p > threshold), 0) AS tp,
      coalesce(sum(negatives) FILTER (WHERE p > threshold), 0) AS fp
    FROM (VALUES %s) AS given(threshold) LEFT JOIN by_score ON TRUE GROUP BY threshold\
    """
        .formatted(rows);
  }
}
