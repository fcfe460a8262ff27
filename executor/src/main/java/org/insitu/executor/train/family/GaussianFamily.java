/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train.family;

import static org.insitu.parser.option.DistanceOptions.LENGTH_SCALE;
import static org.insitu.parser.option.DistanceOptions.NOISE_RATIO;

import java.util.OptionalDouble;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.ProfileRequest;
import org.insitu.executor.fit.Purpose;
import org.insitu.executor.fit.points.GaussianOptions;
import org.insitu.executor.fit.points.GaussianTrainer;
import org.insitu.parser.option.ModelOptions;

/** GAUSSIAN_PROCESS. */
record GaussianFamily(GaussianOptions options) implements Family {

  static GaussianFamily of(ModelOptions options) {
    return new GaussianFamily(
        new GaussianOptions(
            options.find(LENGTH_SCALE).map(OptionalDouble::of).orElse(OptionalDouble.empty()),
            options.find(NOISE_RATIO).map(OptionalDouble::of).orElse(OptionalDouble.empty())));
  }

  @Override
  public Purpose purpose() {
    return Purpose.REGRESSION;
  }

  @Override
  public boolean isBounded() {
    return true;
  }

  @Override
  public FamilyFit fit(ProfileRequest request, FitResources resources, FitProgress progress) {
    return FamilyFit.bounded(
        request,
        GaussianTrainer::requireSize,
        new GaussianTrainer(resources),
        options,
        resources,
        progress);
  }

  @Override
  public FitWork work() {
    boolean fixed = options.lengthScale().isPresent() && options.noiseRatio().isPresent();
    return new FitWork(
        fixed
            ? "Cholesky factor of the rows' covariances over Arrow batches"
            : "Search for the kernel, a Cholesky factor each step, over Arrow batches",
        FitWork.Sends.ROWS);
  }
}
