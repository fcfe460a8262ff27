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
import org.insitu.udf.model.Label;
import org.insitu.udf.model.LinearPredictor;
import org.insitu.udf.model.ModelFunction;
import org.jspecify.annotations.Nullable;

/**
 * ML.WEIGHTS: one row per feature and one {@code __INTERCEPT__}, for models of three or more
 * classes once per class.
 *
 * <p><b>Shape:</b> {@code processed_input VARCHAR, weight DOUBLE, category_weights list of
 * (category VARCHAR, weight DOUBLE), class_label VARCHAR}. A category feature has category_weights
 * and no weight, the NULL category standing last; class_label is NULL for regressions and two
 * classes.
 */
public final class Weights {
  private static final List<Table.Column> COLUMNS =
      List.of(
          new Table.Column("processed_input", ColumnType.VARCHAR),
          new Table.Column("weight", ColumnType.DOUBLE),
          new Table.Column("category_weights", CategoryValues.type("weight")),
          new Table.Column("class_label", ColumnType.VARCHAR));

  private Weights() {}

  /**
   * The weights of a linear model; empty for the other kinds.
   *
   * @param standardize as if every number had mean 0 and deviation 1
   */
  public static Optional<Table> of(ModelFunction model, boolean standardize) {
    return model instanceof ModelFunction.Linear linear
        ? Optional.of(
            table(
                linear.features(),
                linear.predictors(),
                linear.predictors().size() == 1
                    ? List.of()
                    : linear.label().map(Label::classes).orElse(List.of()),
                standardize))
        : Optional.empty();
  }

  private static Table table(
      List<Feature> features,
      List<LinearPredictor> predictors,
      List<String> classes,
      boolean standardize) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int k = 0; k < predictors.size(); k++) {
      String category = classes.isEmpty() ? null : classes.get(k);
      rows.addAll(rows(features, predictors.get(k), category, standardize));
    }
    return new Table(COLUMNS, rows);
  }

  private static List<List<@Nullable Object>> rows(
      List<Feature> features,
      LinearPredictor predictor,
      @Nullable String category,
      boolean standardize) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    double intercept = standardize ? predictor.intercept() : predictor.constant();
    for (int i = 0; i < features.size(); i++) {
      Feature feature = features.get(i);
      switch (predictor.terms().get(i)) {
        case LinearPredictor.Term.Slope slope -> {
          double weight = slope.weight();
          if (standardize && feature instanceof Feature.Numeric numeric) {
            intercept += weight * (numeric.mean() - slope.origin());
            weight *= numeric.standardDeviation();
          }
          rows.add(Arrays.asList(feature.name(), weight, null, category));
        }
        case LinearPredictor.Term.Weights weights ->
            rows.add(
                Arrays.asList(
                    feature.name(),
                    null,
                    CategoryValues.of((Feature.Category) feature, weights),
                    category));
      }
    }
    rows.add(Arrays.asList("__INTERCEPT__", intercept, null, category));
    return rows;
  }
}
