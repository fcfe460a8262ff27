/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.anomaly;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.insitu.planner.evaluate.ScoredQueries;
import org.insitu.planner.table.Table;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.model.ModelFunction;
import org.insitu.udf.sql.InputColumn;
import org.insitu.udf.sql.SqlDialect;
import org.insitu.udf.sql.SqlText;
import org.insitu.udf.sql.SqlWriter;

/**
 * Anomalies by k-means. The score, {@code normalized_distance}, is a row's distance to its centroid
 * over the radius of that cluster: the root of the mean squared distance of its training rows. In a
 * cluster of radius 0 it is 0 at the centroid and infinite elsewhere; so it is in a cluster without
 * training rows.
 */
public final class ClusterAnomalies {
  /** The key of the radii among a version's facts. */
  public static final String RADII = "CLUSTER_RADII";

  private ClusterAnomalies() {}

  /**
   * The query for the radii.
   *
   * @param clustered answers with {@code centroid_id} and {@code distance}, one per training row
   */
  public static String radii(String clustered) {
    return """
    SELECT centroid_id, sqrt(avg(distance * distance)) AS radius
    FROM (%s) AS clustered GROUP BY centroid_id ORDER BY centroid_id\
    """
        .formatted(clustered);
  }

  /** The scores of clustered training rows, whose thresholds are a fact. */
  public static String scores(String clustered, Table radii, SqlDialect dialect) {
    return "SELECT %s AS score FROM (%s) AS clustered"
        .formatted(score("centroid_id", "distance", radii, dialect), clustered);
  }

  /** The rows with their scores: {@code is_anomaly, normalized_distance, centroid_id, kept}. */
  static SqlText sql(
      ModelFunction.KMeans model,
      Map<String, Table> facts,
      double contamination,
      String source,
      List<String> keep,
      Map<String, InputColumn> inputs,
      SqlWriter writer,
      SqlDialect dialect) {
    SqlText clustered = ScoredQueries.clustered(model, source, keep, inputs, writer);
    Table radii = facts.get(RADII);
    if (radii == null) {
      throw new IllegalArgumentException("no radii among the facts");
    }
    StringJoiner kept = new StringJoiner(", ");
    keep.forEach(name -> kept.add(dialect.quoteIdentifier(name)));
    String sql =
        """
        SELECT "__score" > %1$s AS is_anomaly, "__score" AS normalized_distance,
          centroid_id, %2$s
        FROM (SELECT *, %3$s AS "__score" FROM (
        %4$s
        ) AS clustered) AS scored\
        """
            .formatted(
                dialect.number(AnomalyThresholds.of(facts, contamination)),
                kept,
                score("centroid_id", '"' + ScoredQueries.DISTANCE + '"', radii, dialect),
                clustered.sql());
    return new SqlText(sql, clustered.kernels());
  }

  private static String score(String cluster, String distance, Table radii, SqlDialect dialect) {
    StringJoiner cases = new StringJoiner(" ", "CASE " + cluster + " ", " END");
    cases.setEmptyValue(dialect.nullOf(ValueType.DOUBLE));
    for (int row = 0; row < radii.rows().size(); row++) {
      if (radii.value(row, "radius") instanceof Double radius && radius > 0) {
        cases.add(
            "WHEN %s THEN %s".formatted(radii.value(row, "centroid_id"), dialect.number(radius)));
      }
    }
    return "CASE WHEN %1$s = 0 THEN 0 ELSE coalesce(%1$s / %2$s, %3$s) END"
        .formatted(distance, cases, dialect.number(Double.POSITIVE_INFINITY));
  }
}
