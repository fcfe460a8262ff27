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
    StringJoiner probabilities = new StringJoiner(" ");
    for (int k = 0; k < scored.classes().size(); k++) {
      String name = dialect.string(scored.classes().get(k));
      names.add("(%s)".formatted(name));
      probabilities.add("WHEN %s THEN p%d".formatted(name, k));
    }
    return """
    WITH scored AS (SELECT * FROM (%1$s) AS all_rows WHERE y IS NOT NULL),
    cells AS (SELECT y, prediction, CAST(count(*) AS DOUBLE) AS n,
        sum(ln(greatest(coalesce(CASE y %2$s END, 0), 1e-15))) AS log_likelihood
      FROM scored GROUP BY y, prediction)
    SELECT avg(CASE WHEN said > 0 THEN tp / said ELSE 0 END) AS "precision",
      avg(CASE WHEN positives > 0 THEN tp / positives ELSE 0 END) AS recall,
      (SELECT sum(CASE WHEN y = prediction THEN n ELSE 0 END) / sum(n) FROM cells) AS accuracy,
      avg(CASE WHEN said + positives > 0 THEN 2 * tp / (said + positives) ELSE 0 END) AS f1_score,
      (SELECT -sum(log_likelihood) / sum(n) FROM cells) AS log_loss,
      %3$s AS roc_auc
    FROM (SELECT class,
        coalesce(sum(n) FILTER (WHERE y = class), 0) AS positives,
        coalesce(sum(n) FILTER (WHERE prediction = class), 0) AS said,
        coalesce(sum(n) FILTER (WHERE y = class AND prediction = class), 0) AS tp
      FROM (VALUES %4$s) AS classes(class) LEFT JOIN cells ON y = class OR prediction = class
      GROUP BY class) AS counts\
    """
        .formatted(scored.sql(), probabilities, ClassAreas.sql(scored, dialect), names);
  }
}
