/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.evaluate;

import java.util.List;
import java.util.StringJoiner;
import org.insitu.udf.sql.SqlDialect;

/**
 * The curves of a model of two classes, one row per threshold, highest first; a score above the
 * threshold counts as positive. Thresholds are given, or percentiles of the scores, at most 101.
 */
public final class BinaryCurves {
  private static final int STEPS = 100;

  private BinaryCurves() {}

  /**
   * ML.ROC_CURVE.
   *
   * @param thresholds empty for the percentiles of the scores
   */
  public static String roc(Scored scored, List<Double> thresholds, SqlDialect dialect) {
    return curve(
        """
        CASE WHEN totals.positives > 0 THEN tp / totals.positives ELSE 0 END AS recall,
          CASE WHEN totals.negatives > 0 THEN fp / totals.negatives ELSE 0 END
            AS false_positive_rate\
        """,
        thresholds.isEmpty() ? percentiles(dialect) : given(thresholds, dialect),
        scored,
        dialect);
  }

  /**
   * ML.PR_CURVE. Where no row counts as positive the precision is 1, as in scikit-learn, so that
   * the curve has a beginning. The percentiles are joined by 0, where every row counts as positive.
   *
   * @param thresholds empty for the percentiles of the scores
   */
  public static String precisionRecall(Scored scored, List<Double> thresholds, SqlDialect dialect) {
    return curve(
        """
        CASE WHEN tp + fp > 0 THEN tp / (tp + fp) ELSE 1 END AS "precision",
          CASE WHEN totals.positives > 0 THEN tp / totals.positives ELSE 0 END AS recall\
        """,
        thresholds.isEmpty()
            ? percentiles(dialect) + "\nUNION " + given(List.of(0.0), dialect)
            : given(thresholds, dialect),
        scored,
        dialect);
  }

  private static String curve(String ratios, String points, Scored scored, SqlDialect dialect) {
    return """
    WITH by_score AS (%1$s),
    totals AS (SELECT sum(positives) AS positives, sum(negatives) AS negatives FROM by_score)
    SELECT threshold,
      %2$s,
      CAST(tp AS BIGINT) AS true_positives, CAST(fp AS BIGINT) AS false_positives,
      CAST(totals.negatives - fp AS BIGINT) AS true_negatives,
      CAST(totals.positives - tp AS BIGINT) AS false_negatives
    FROM (%3$s) AS points CROSS JOIN totals WHERE totals.positives IS NOT NULL
    ORDER BY threshold DESC\
    """
        .formatted(BinaryMetrics.byScore(scored, dialect), ratios, points);
  }

  private static String percentiles(SqlDialect dialect) {
    StringJoiner fractions = new StringJoiner(", ");
    for (int i = 0; i <= STEPS; i++) {
      fractions.add(dialect.number((double) i / STEPS));
    }
    return """
    SELECT p AS threshold, positives_above AS tp, negatives_above AS fp FROM by_score
    WHERE p IN (SELECT unnest(quantile_disc(p, [%s])) FROM by_score)\
    """
        .formatted(fractions);
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
