/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.evaluate;

import org.insitu.udf.sql.SqlDialect;

/**
 * The metrics of a model of two classes, the second being the positive one, over rows whose label
 * is not NULL. A label that the model does not know is not positive, and no prediction is right for
 * it: its probability is 0.
 *
 * <pre>
 *   precision = TP / (TP + FP), recall = TP / (TP + FN), f1_score = 2 TP / (2 TP + FP + FN),
 *   each 0 when its denominator is; accuracy = right predictions / n
 *   log_loss  = - sum ln(probability of the class seen) / n, probabilities kept above 1e-15
 *   roc_auc   = P(a positive row scores above a negative one), ties counted half: exact, from the
 *               distinct scores; NULL when one class is absent
 * </pre>
 */
final class BinaryMetrics {
  private BinaryMetrics() {}

  /**
   * The distinct scores with their positive and negative rows, those of the latter whose label is
   * unknown, and the numbers of both above each: what EVALUATE and ROC_CURVE are computed from.
   */
  static String byScore(Scored scored, SqlDialect dialect) {
    return scored.byScore().orElseGet(() -> ranked(scored, dialect));
  }

  private static String ranked(Scored scored, SqlDialect dialect) {
    return """
    SELECT p, positives, negatives, unknown,
      sum(positives) OVER (ORDER BY p DESC) - positives AS positives_above,
      sum(negatives) OVER (ORDER BY p DESC) - negatives AS negatives_above
    FROM (SELECT p1 AS p,
        CAST(count(*) FILTER (WHERE y = %1$s) AS DOUBLE) AS positives,
        CAST(count(*) FILTER (WHERE y <> %1$s) AS DOUBLE) AS negatives,
        CAST(count(*) FILTER (WHERE y NOT IN (%1$s, %2$s)) AS DOUBLE) AS unknown
      FROM (%3$s) AS scored WHERE y IS NOT NULL GROUP BY p1) AS scores\
    """
        .formatted(
            dialect.string(scored.classes().get(1)),
            dialect.string(scored.classes().get(0)),
            scored.sql());
  }

  static String sql(Scored scored, double threshold, SqlDialect dialect) {
    return """
    SELECT CASE WHEN tp + fp > 0 THEN tp / (tp + fp) ELSE 0 END AS "precision",
      CASE WHEN tp + fn > 0 THEN tp / (tp + fn) ELSE 0 END AS recall,
      CASE WHEN n > 0 THEN (tp + tn - tn_unknown) / n END AS accuracy,
      CASE WHEN tp + fp + fn > 0 THEN 2 * tp / (2 * tp + fp + fn) ELSE 0 END AS f1_score,
      CASE WHEN n > 0 THEN loss / n END AS log_loss,
      CASE WHEN tp + fn > 0 AND fp + tn > 0
        THEN pairs / ((tp + fn) * (fp + tn)) END AS roc_auc
    FROM (SELECT coalesce(sum(positives) FILTER (WHERE p > %1$s), 0) AS tp,
        coalesce(sum(negatives) FILTER (WHERE p > %1$s), 0) AS fp,
        coalesce(sum(positives) FILTER (WHERE p <= %1$s), 0) AS fn,
        coalesce(sum(negatives) FILTER (WHERE p <= %1$s), 0) AS tn,
        coalesce(sum(unknown) FILTER (WHERE p <= %1$s), 0) AS tn_unknown,
        coalesce(sum(positives + negatives), 0) AS n,
        -sum(positives * ln(greatest(p, 1e-15)) + unknown * ln(1e-15)
          + (negatives - unknown) * ln(greatest(1 - p, 1e-15))) AS loss,
        sum(negatives * (positives_above + positives / 2)) AS pairs
      FROM (%2$s) AS by_score) AS counts\
    """
        .formatted(dialect.number(threshold), byScore(scored, dialect));
  }
}
