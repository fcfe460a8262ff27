/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.evaluate;

import java.util.List;
import java.util.StringJoiner;
import org.insitu.udf.sql.SqlDialect;

/**
 * The metrics of a model of three or more classes: precision, recall, f1_score and roc_auc are
 * those of {@link BinaryMetrics} for each class against the rest, averaged over the classes without
 * weights (macro); accuracy and log_loss are over all rows. A class that neither occurs nor is
 * predicted counts 0, as in scikit-learn; roc_auc averages over the classes that have both kinds of
 * rows.
 */
final class MulticlassMetrics {
  private MulticlassMetrics() {}

  static String sql(Scored scored, SqlDialect dialect) {
    List<String> classes = scored.classes();
    StringJoiner perClass = new StringJoiner("\n      UNION ALL ");
    StringJoiner probabilities = new StringJoiner(" ");
    for (int k = 0; k < classes.size(); k++) {
      String name = dialect.string(classes.get(k));
      perClass.add(
          """
          SELECT CAST(count(*) AS DOUBLE) AS n,
                CAST(count(*) FILTER (WHERE seen) AS DOUBLE) AS positives,
                CAST(count(*) FILTER (WHERE seen AND said) AS DOUBLE) AS tp,
                CAST(count(*) FILTER (WHERE NOT seen AND said) AS DOUBLE) AS fp,
                sum(below) FILTER (WHERE seen) AS below,
                round(count(*) * fsum(through) FILTER (WHERE seen)) AS through
              FROM (SELECT seen, said, rank() OVER by_score - 1 AS below,
                  cume_dist() OVER by_score AS through
                FROM (SELECT p%1$d AS p, y = %2$s AS seen, prediction = %2$s AS said FROM scored)
                  AS of_class WINDOW by_score AS (ORDER BY p)) AS ranked\
          """
              .formatted(k, name));
      probabilities.add("WHEN %s THEN p%d".formatted(name, k));
    }
    return """
    WITH scored AS (SELECT * FROM (%1$s) AS all_rows WHERE y IS NOT NULL)
    SELECT avg(CASE WHEN tp + fp > 0 THEN tp / (tp + fp) ELSE 0 END) AS "precision",
      avg(CASE WHEN positives > 0 THEN tp / positives ELSE 0 END) AS recall,
      (SELECT avg(CASE WHEN y = prediction THEN 1e0 ELSE 0e0 END) FROM scored) AS accuracy,
      avg(CASE WHEN tp + fp + positives > 0 THEN 2 * tp / (tp + fp + positives) ELSE 0 END)
        AS f1_score,
      (SELECT -avg(ln(greatest(coalesce(CASE y %2$s END, 0), 1e-15))) FROM scored) AS log_loss,
      avg(CASE WHEN positives > 0 AND positives < n
        THEN ((below + through + positives) / 2 - positives * (positives + 1) / 2)
          / (positives * (n - positives)) END) AS roc_auc
    FROM (%3$s) AS counts\
    """
        .formatted(scored.sql(), probabilities, perClass);
  }
}
