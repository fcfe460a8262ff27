/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train.family;

import static org.insitu.parser.option.GeneralOptions.INSTANCE_WEIGHT_COL;
import static org.insitu.parser.option.TreeOptions.MONOTONE_CONSTRAINTS;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.arrow.vector.types.pojo.Field;
import org.insitu.executor.fit.FitPlace;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.ProfileRequest;
import org.insitu.executor.fit.Purpose;
import org.insitu.executor.fit.isotonic.IsotonicOptions;
import org.insitu.executor.fit.isotonic.IsotonicTrainer;
import org.insitu.executor.fit.rows.ColumnKind;
import org.insitu.executor.fit.xgboost.MonotoneConstraints;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.option.ModelOptions;

/**
 * ISOTONIC.
 *
 * @param directions the direction of the feature by its name; rising where it is not named
 */
record IsotonicFamily(IsotonicOptions options, Map<String, Integer> directions) implements Family {

  static IsotonicFamily of(ModelOptions options, FitPlace place) {
    Map<String, Integer> directions = options.find(MONOTONE_CONSTRAINTS).orElse(Map.of());
    if (directions.containsValue(0)) {
      throw InsituException.of(
              ErrorCode.OPTION_RANGE,
              "MONOTONE_CONSTRAINTS of ISOTONIC has the direction 0 (allowed: 1, -1).")
          .at(options.position(MONOTONE_CONSTRAINTS))
          .hint("Use 1 for a prediction that never falls, -1 for one that never rises.");
    }
    return new IsotonicFamily(
        new IsotonicOptions(
            !directions.containsValue(-1), options.find(INSTANCE_WEIGHT_COL), place),
        directions);
  }

  @Override
  public Purpose purpose() {
    return Purpose.REGRESSION;
  }

  @Override
  public Optional<String> weightColumn() {
    return options.rowWeights();
  }

  @Override
  public void check(List<Field> features) {
    if (features.size() != 1) {
      throw InsituException.of(
              ErrorCode.FEATURE_COUNT,
              "ISOTONIC has %d features, %s (allowed: 1)."
                  .formatted(
                      features.size(),
                      String.join(", ", features.stream().map(Field::getName).toList())))
          .hint("Select one number and the label.");
    }
    Field feature = features.getFirst();
    if (ColumnKind.of(feature) != ColumnKind.NUMBER) {
      throw InsituException.of(
              ErrorCode.COLUMN_TYPE,
              "The feature '%s' of ISOTONIC is a category (allowed: numbers)."
                  .formatted(feature.getName()))
          .hint("A category has no order: select a number for it.");
    }
    MonotoneConstraints.check(directions, features);
  }

  @Override
  public FamilyFit fit(ProfileRequest request, FitResources resources, FitProgress progress) {
    return FamilyFit.at(
        options.place(), request, new IsotonicTrainer(resources), options, resources, progress);
  }

  @Override
  public FitWork work() {
    return FitWork.at(
        options.place(),
        "sums for each value of the feature by one GROUP BY query; adjacent violators pooled here",
        "rows sorted by the feature, adjacent violators pooled, over Arrow batches");
  }
}
