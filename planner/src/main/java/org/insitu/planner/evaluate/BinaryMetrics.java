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
 *               positive rows' mean ranks; NULL when one class is absent
 * </pre>
 */
final class BinaryMetrics {
  private BinaryMetrics() {}

  static String sql(Scored scored, SqlDialect dialect) {
    return """
    SELECT CASE WHEN tp + fp > 0 THEN tp / (tp + fp) ELSE 0 END AS "precision",
      CASE WHEN positives > 0 THEN tp / positives ELSE 0 END AS recall,
      CASE WHEN n > 0 THEN hits / n END AS accuracy,
      CASE WHEN tp + fp + positives > 0 THEN 2 * tp / (tp + fp + positives) ELSE 0 END AS f1_score,
      CASE WHEN n > 0 THEN loss / n END AS log_loss,
      CASE WHEN positives > 0 AND n > positives
        THEN ((below + round(n * through) + positives) / 2 - positives * (positives + 1) / 2)
          / (positives * (n - positives)) END AS roc_auc
    FROM (SELECT coalesce(sum(n), 0) AS n, coalesce(sum(positives), 0) AS positives,
        coalesce(sum(tp), 0) AS tp, coalesce(sum(fp), 0) AS fp, sum(hits) AS hits,
        sum(loss) AS loss, sum(below_positives) AS below, fsum(through_positives) AS through
      FROM (%s) AS groups) AS sums\
    """
        .formatted(scored.groups().orElseGet(() -> ScoreGroups.all(scored, dialect)));
  }
}
