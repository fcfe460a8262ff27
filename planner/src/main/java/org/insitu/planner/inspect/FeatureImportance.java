/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.insitu.planner.table.ColumnType;
import org.insitu.planner.table.Table;
import org.insitu.udf.model.Feature;
import org.insitu.udf.model.Forest;
import org.insitu.udf.model.ModelFunction;
import org.jspecify.annotations.Nullable;

/**
 * ML.FEATURE_IMPORTANCE: one row per feature, in training order.
 *
 * <p><b>Shape:</b> {@code feature VARCHAR, importance_weight BIGINT} (the number of splits on it)
 * {@code , importance_gain DOUBLE} (their mean reduction of the loss) {@code , importance_cover
 * DOUBLE} (their mean sum of hessians), over all trees; 0 for a feature that no tree splits on. An
 * isolation forest has no loss: its gain is NULL, its cover the mean number of sampled rows.
 */
public final class FeatureImportance {
  private static final List<Table.Column> COLUMNS =
      List.of(
          new Table.Column("feature", ColumnType.VARCHAR),
          new Table.Column("importance_weight", ColumnType.BIGINT),
          new Table.Column("importance_gain", ColumnType.DOUBLE),
          new Table.Column("importance_cover", ColumnType.DOUBLE));

  private FeatureImportance() {}

  /** Of a model of trees; empty for one without. */
  public static Optional<Table> of(ModelFunction model) {
    return switch (model) {
      case ModelFunction.BoostedTrees m -> Optional.of(of(m.features(), m.forests(), true));
      case ModelFunction.IsolationForest m ->
          Optional.of(of(m.features(), List.of(m.forest()), false));
      default -> Optional.empty();
    };
  }

  private static Table of(List<Feature> inputs, List<Forest> forests, boolean hasLoss) {
    int features = inputs.size();
    long[] splits = new long[features];
    double[] gain = new double[features];
    double[] cover = new double[features];
    for (Forest forest : forests) {
      for (int i = 0; i < forest.nodes(); i++) {
        int feature = forest.feature()[i];
        if (feature >= 0) {
          splits[feature]++;
          gain[feature] += forest.gain()[i];
          cover[feature] += forest.cover()[i];
        }
      }
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int f = 0; f < features; f++) {
      double count = Math.max(1, splits[f]);
      rows.add(
          Arrays.asList(
              inputs.get(f).name(), splits[f], hasLoss ? gain[f] / count : null, cover[f] / count));
    }
    return new Table(COLUMNS, rows);
  }
}
