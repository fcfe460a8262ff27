/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.insitu.executor.fit.FitReport;
import org.insitu.planner.table.ColumnType;
import org.insitu.planner.table.Table;
import org.insitu.udf.expression.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * ML.TRAINING_INFO: one row per iteration.
 *
 * <p><b>Shape:</b> {@code training_run BIGINT, iteration BIGINT, loss DOUBLE, eval_loss DOUBLE,
 * learning_rate DOUBLE, duration_ms BIGINT, cluster_info list of (centroid_id BIGINT,
 * cluster_radius DOUBLE, cluster_size BIGINT)}; cluster_info is of k-means only.
 */
final class TrainingInfo {
  private static final List<Table.Column> COLUMNS =
      List.of(
          new Table.Column("training_run", ColumnType.BIGINT),
          new Table.Column("iteration", ColumnType.BIGINT),
          new Table.Column("loss", ColumnType.DOUBLE),
          new Table.Column("eval_loss", ColumnType.DOUBLE),
          new Table.Column("learning_rate", ColumnType.DOUBLE),
          new Table.Column("duration_ms", ColumnType.BIGINT),
          new Table.Column(
              "cluster_info",
              new ColumnType.StructList(
                  List.of(
                      new ColumnType.Field("centroid_id", ValueType.BIGINT),
                      new ColumnType.Field("cluster_radius", ValueType.DOUBLE),
                      new ColumnType.Field("cluster_size", ValueType.BIGINT)))));

  private TrainingInfo() {}

  static Table of(FitReport report) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (FitReport.Iteration iteration : report.iterations()) {
      rows.add(
          Arrays.asList(
              0L,
              (long) iteration.number(),
              Double.isNaN(iteration.loss()) ? null : (Double) iteration.loss(),
              iteration.evaluationLoss().isPresent()
                  ? iteration.evaluationLoss().getAsDouble()
                  : null,
              iteration.learningRate().isPresent() ? iteration.learningRate().getAsDouble() : null,
              iteration.durationMillis(),
              clusters(iteration)));
    }
    return new Table(COLUMNS, rows);
  }

  private static @Nullable List<List<@Nullable Object>> clusters(FitReport.Iteration iteration) {
    if (iteration.clusters().isEmpty()) {
      return null;
    }
    List<List<@Nullable Object>> clusters = new ArrayList<>();
    for (FitReport.Cluster cluster : iteration.clusters()) {
      clusters.add(Arrays.asList(clusters.size() + 1L, cluster.radius(), cluster.rows()));
    }
    return clusters;
  }
}
