/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train.family;

import static org.insitu.parser.option.DistanceOptions.DISTANCE_TYPE;
import static org.insitu.parser.option.DistanceOptions.NEIGHBOR_WEIGHTS;
import static org.insitu.parser.option.DistanceOptions.NUM_NEIGHBORS;
import static org.insitu.parser.option.DistanceOptions.STANDARDIZE_FEATURES;

import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.ProfileRequest;
import org.insitu.executor.fit.Purpose;
import org.insitu.executor.fit.points.NeighborOptions;
import org.insitu.executor.fit.points.NeighborTrainer;
import org.insitu.parser.option.Choice;
import org.insitu.parser.option.ModelOptions;
import org.insitu.udf.model.ModelFunction;

/** KNN_CLASSIFIER and KNN_REGRESSOR. */
record NeighborFamily(Purpose purpose, NeighborOptions options) implements Family {

  static NeighborFamily of(ModelOptions options, Purpose purpose) {
    return new NeighborFamily(
        purpose,
        new NeighborOptions(
            Math.toIntExact(options.get(NUM_NEIGHBORS)),
            options.get(DISTANCE_TYPE) == Choice.Distance.COSINE
                ? ModelFunction.Distance.COSINE
                : ModelFunction.Distance.EUCLIDEAN,
            options.get(NEIGHBOR_WEIGHTS) == Choice.NeighborWeights.DISTANCE,
            options.get(STANDARDIZE_FEATURES)));
  }

  @Override
  public boolean isBounded() {
    return true;
  }

  @Override
  public FamilyFit fit(ProfileRequest request, FitResources resources, FitProgress progress) {
    return FamilyFit.bounded(
        request,
        rows -> NeighborTrainer.requireSize(rows, request.features().size()),
        new NeighborTrainer(resources),
        options,
        resources,
        progress);
  }

  @Override
  public FitWork work() {
    return new FitWork("The rows, kept as they are, over Arrow batches", FitWork.Sends.ROWS);
  }
}
