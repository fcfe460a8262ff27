/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.insitu.planner.table.ColumnType;
import org.insitu.planner.table.Table;
import org.insitu.udf.model.Feature;
import org.insitu.udf.model.ModelFunction;
import org.jspecify.annotations.Nullable;

/**
 * ML.CENTROIDS: one row per cluster and feature.
 *
 * <p><b>Shape:</b> {@code centroid_id BIGINT, feature VARCHAR, numerical_value DOUBLE,
 * categorical_value list of (category VARCHAR, value DOUBLE), geography_value VARCHAR}. Numbers are
 * on the column's own scale unless standardised ones are asked for; a category's value is its share
 * of the cluster's rows, the NULL category standing last.
 */
public final class Centroids {
  private static final List<Table.Column> COLUMNS =
      List.of(
          new Table.Column("centroid_id", ColumnType.BIGINT),
          new Table.Column("feature", ColumnType.VARCHAR),
          new Table.Column("numerical_value", ColumnType.DOUBLE),
          new Table.Column("categorical_value", CategoryValues.type("value")),
          new Table.Column("geography_value", ColumnType.VARCHAR));

  private Centroids() {}

  public static Table of(ModelFunction.KMeans model, boolean standardize) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int c = 0; c < model.centroids().size(); c++) {
      List<Double> centroid = model.centroids().get(c);
      long id = c + 1L;
      int at = 0;
      for (Feature feature : model.features()) {
        switch (feature) {
          case Feature.Numeric numeric -> {
            double value = centroid.get(at++);
            rows.add(
                Arrays.asList(
                    id, feature.name(), scaled(value, numeric, model, standardize), null, null));
          }
          case Feature.Category category -> {
            List<List<@Nullable Object>> shares = new ArrayList<>();
            for (String level : category.levels()) {
              shares.add(Arrays.asList(level, centroid.get(at++)));
            }
            if (category.missingSeen()) {
              shares.add(Arrays.asList(null, centroid.get(at++)));
            }
            rows.add(Arrays.asList(id, feature.name(), null, shares, null));
          }
        }
      }
    }
    return new Table(COLUMNS, rows);
  }

  private static double scaled(
      double value, Feature.Numeric numeric, ModelFunction.KMeans model, boolean standardize) {
    if (model.standardized() == standardize) {
      return value;
    }
    return standardize
        ? (value - numeric.mean()) / numeric.standardDeviation()
        : value * numeric.standardDeviation() + numeric.mean();
  }
}
