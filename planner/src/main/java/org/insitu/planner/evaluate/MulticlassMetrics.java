/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.evaluate;

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
    StringJoiner names = new StringJoiner(", ");
    scored.classes().forEach(name -> names.add("(%s)".formatted(dialect.string(name))));
    return """
    WITH cells AS (%1$s)
    SELECT avg(CASE WHEN said > 0 THEN tp / said ELSE 0 END) AS "precision",
      avg(CASE WHEN positives > 0 THEN tp / positives ELSE 0 END) AS recall,
      (SELECT sum(CASE WHEN y = prediction THEN n ELSE 0 END) / sum(n) FROM cells) AS accuracy,
      avg(CASE WHEN said + positives > 0 THEN 2 * tp / (said + positives) ELSE 0 END) AS f1_score,
      (SELECT -sum(log_likelihood) / sum(n) FROM cells) AS log_loss,
      %2$s AS roc_auc
    FROM (SELECT class,
        coalesce(sum(n) FILTER (WHERE y = class), 0) AS positives,
        coalesce(sum(n) FILTER (WHERE prediction = class), 0) AS said,
        coalesce(sum(n) FILTER (WHERE y = class AND prediction = class), 0) AS tp
      FROM (VALUES %3$s) AS classes(class) LEFT JOIN cells ON y = class OR prediction = class
      GROUP BY class) AS counts\
    """
        .formatted(ScoreCounts.cells(scored, dialect), ClassAreas.sql(scored, dialect), names);
  }
}
