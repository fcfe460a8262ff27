/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.evaluate;

import java.util.List;
import java.util.StringJoiner;
import org.insitu.udf.sql.SqlDialect;

/**
 * The metrics of a clustering, one row. With S_i the mean distance of cluster i's rows to its
 * centroid and M_ij the distance of two centroids (both on the model's own scale),
 *
 * <pre>
 *   davies_bouldin_index  = mean over i of max over j of (S_i + S_j) / M_ij, over clusters with rows
 *   mean_squared_distance = mean squared distance of a row to its centroid
 * </pre>
 *
 * Source: Davies and Bouldin, A Cluster Separation Measure, IEEE TPAMI 1979.
 */
public final class KMeansMetrics {
  private KMeansMetrics() {}

  /**
   * Writes the query.
   *
   * @param clustered a query with {@code centroid_id} and {@code distance}
   * @param distances M, one row per centroid
   */
  public static String sql(String clustered, List<List<Double>> distances, SqlDialect dialect) {
    StringJoiner pairs = new StringJoiner(", ");
    for (int i = 0; i < distances.size(); i++) {
      for (int j = 0; j < distances.size(); j++) {
        if (i != j) {
          pairs.add(
              "(%d, %d, %s)".formatted(i + 1, j + 1, dialect.number(distances.get(i).get(j))));
        }
      }
    }
    if (distances.size() < 2) {
      return "SELECT CAST(NULL AS DOUBLE) AS davies_bouldin_index,"
          + " avg(distance * distance) AS mean_squared_distance FROM (%s) AS clustered"
              .formatted(clustered);
    }
    return """
    WITH clusters AS (SELECT centroid_id, avg(distance) AS s, sum(distance * distance) AS squares,
        count(*) AS n FROM (%s) AS clustered GROUP BY centroid_id),
    pairs AS (SELECT * FROM (VALUES %s) AS m(i, j, distance))
    SELECT (SELECT avg(worst) FROM (SELECT max((a.s + b.s) / nullif(pairs.distance, 0)) AS worst
        FROM pairs JOIN clusters AS a ON a.centroid_id = pairs.i
          JOIN clusters AS b ON b.centroid_id = pairs.j GROUP BY pairs.i) AS ratios)
        AS davies_bouldin_index,
      (SELECT sum(squares) / sum(n) FROM clusters) AS mean_squared_distance\
    """
        .formatted(clustered, pairs);
  }
}
