/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.evaluate;

/**
 * The metrics of a regression, one row: over the n rows whose label is not NULL, with e = y -
 * prediction,
 *
 * <pre>
 *   mean_absolute_error    = sum |e| / n
 *   mean_squared_error     = sum e^2 / n
 *   mean_squared_log_error = sum (ln(1 + y) - ln(1 + prediction))^2 / n, NULL where one is at most -1
 *   median_absolute_error  = median of |e|
 *   r2_score               = 1 - sum e^2 / sum (y - mean y)^2, NULL when y is constant
 *   explained_variance     = 1 - var(e) / var(y), NULL when y is constant
 * </pre>
 *
 * No rows: one row of NULLs.
 */
public final class RegressionMetrics {
  private RegressionMetrics() {}

  public static String sql(Scored scored) {
    return """
    SELECT avg(abs(e)) AS mean_absolute_error,
      avg(e * e) AS mean_squared_error,
      CASE WHEN min(y) > -1 AND min(prediction) > -1
        THEN avg(pow(CASE WHEN y > -1 THEN ln(1 + y) END
          - CASE WHEN prediction > -1 THEN ln(1 + prediction) END, 2))
      END AS mean_squared_log_error,
      median(abs(e)) AS median_absolute_error,
      CASE WHEN var_pop(y) > 0 THEN 1 - avg(e * e) / var_pop(y) END AS r2_score,
      CASE WHEN var_pop(y) > 0 THEN 1 - var_pop(e) / var_pop(y) END AS explained_variance
    FROM (SELECT y, prediction, y - prediction AS e
      FROM (%s) AS scored WHERE y IS NOT NULL) AS errors\
    """
        .formatted(scored.sql());
  }
}
