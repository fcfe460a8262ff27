/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.anomaly;

import java.util.List;
import java.util.Map;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.error.Position;
import org.insitu.planner.bind.Columns;
import org.insitu.planner.catalog.ModelVersion;
import org.insitu.udf.expression.Program;
import org.insitu.udf.model.ModelAnomalies;
import org.insitu.udf.model.ModelFunction;
import org.insitu.udf.sql.InputColumn;
import org.insitu.udf.sql.SqlDialect;
import org.insitu.udf.sql.SqlText;
import org.insitu.udf.sql.SqlWriter;

/** ML.DETECT_ANOMALIES: the outputs of the kind of model, then the columns of the data. */
public final class Anomalies {
  private Anomalies() {}

  /** Whether a model tells anomalies. */
  public static boolean areKnownTo(ModelFunction model) {
    return model instanceof ModelFunction.KMeans || ModelAnomalies.score(model).isPresent();
  }

  /**
   * Writes the query.
   *
   * <p><b>Shape:</b> {@code is_anomaly BOOLEAN}, then {@code normalized_distance DOUBLE,
   * centroid_id BIGINT} of clusters, {@code mean_squared_error DOUBLE} of principal components,
   * {@code anomaly_score DOUBLE} of an isolation forest, then the columns of the data.
   *
   * @param contamination the share of the training rows that is above the threshold
   * @param source the data
   * @param columns of the data, bound to the model already
   * @param inputs the source's column for each feature
   */
  public static SqlText sql(
      ModelVersion version,
      double contamination,
      String source,
      Columns columns,
      Map<String, InputColumn> inputs,
      SqlWriter writer,
      SqlDialect dialect,
      Position position) {
    if (!version.facts().containsKey(AnomalyThresholds.FACT)) {
      throw InsituException.of(
              ErrorCode.FUNCTION_NOT_APPLICABLE,
              "Version %d of model '%s' was fitted before ML.DETECT_ANOMALIES was known."
                  .formatted(version.number(), version.model()))
          .hint("TRAIN MODEL %s makes a version that has it.".formatted(version.model()))
          .at(position);
    }
    if (version.function() instanceof ModelFunction.KMeans model) {
      requireFree(columns, position, "is_anomaly", "normalized_distance", "centroid_id");
      return ClusterAnomalies.sql(
          model, version.facts(), contamination, source, columns.names(), inputs, writer, dialect);
    }
    Program score = ModelAnomalies.score(version.function()).orElseThrow();
    requireFree(columns, position, "is_anomaly", ScoredAnomalies.name(score));
    return ScoredAnomalies.sql(
        score, version.facts(), contamination, source, columns.names(), inputs, writer, dialect);
  }

  private static void requireFree(Columns columns, Position position, String... names) {
    for (String name : List.of(names)) {
      if (columns.find(name, position).isPresent()) {
        throw InsituException.of(
                ErrorCode.COLUMN_AMBIGUOUS,
                "The query has a column '%s' already, and so has the answer.".formatted(name))
            .hint("Leave it out of the query, or rename it.")
            .at(position);
      }
    }
  }
}
