/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.evaluate;

import org.insitu.parser.option.Choice.BucketStrategy;
import org.insitu.udf.sql.SqlDialect;

/**
 * ML.CALIBRATION of a model of two classes: whether probabilities are frequencies.
 *
 * <p><b>Shape:</b> one row per bucket that has rows, lowest first: {@code bucket BIGINT}, {@code
 * min_probability DOUBLE, max_probability DOUBLE} of its rows, {@code num_rows BIGINT}, {@code
 * positives BIGINT}, {@code mean_probability DOUBLE}, {@code observed_frequency DOUBLE} = positives
 * / num_rows.
 *
 * <p>With B buckets: UNIFORM puts a probability p into bucket i where (i - 1) / B < p <= i / B, 0
 * into the first, as scikit-learn's {@code calibration_curve}; QUANTILE puts all rows of one score
 * into the bucket in which the first of them falls when n rows are counted off by n / B. Rows whose
 * probability is NaN are in no bucket.
 */
public final class Calibration {
  private Calibration() {}

  public static String sql(
      Scored scored, int buckets, BucketStrategy strategy, SqlDialect dialect) {
    String bucket =
        switch (strategy) {
          // By comparison with the very edge below: p * B alone is rounded.
          case UNIFORM ->
              """
              CASE WHEN p > floor(p * %1$d) / %1$d OR p = 0 THEN floor(p * %1$d) + 1
                ELSE floor(p * %1$d) END\
              """
                  .formatted(buckets);
          case QUANTILE ->
              "1 + floor((rank() OVER (ORDER BY p) - 1) * %d / CAST(count(*) OVER () AS DOUBLE))"
                  .formatted(buckets);
        };
    return """
    SELECT CAST(bucket AS BIGINT) AS bucket, min(p) AS min_probability, max(p) AS max_probability,
      count(*) AS num_rows, count(*) FILTER (WHERE positive) AS positives,
      avg(p) AS mean_probability,
      CAST(count(*) FILTER (WHERE positive) AS DOUBLE) / count(*) AS observed_frequency
    FROM (SELECT p, positive, %1$s AS bucket
      FROM (SELECT p1 AS p, y = %2$s AS positive FROM (%3$s) AS scored
        WHERE y IS NOT NULL AND NOT isnan(p1)) AS scores) AS bucketed
    GROUP BY bucket ORDER BY bucket\
    """
        .formatted(bucket, dialect.string(scored.classes().get(1)), scored.sql());
  }
}
