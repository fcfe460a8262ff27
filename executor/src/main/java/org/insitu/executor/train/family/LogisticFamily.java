/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train.family;

import static org.insitu.parser.option.LossOptions.EARLY_STOP;
import static org.insitu.parser.option.LossOptions.MAX_ITERATIONS;
import static org.insitu.parser.option.LossOptions.MIN_REL_PROGRESS;

import java.util.OptionalDouble;
import org.insitu.executor.fit.FitPlace;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.ProfileRequest;
import org.insitu.executor.fit.Purpose;
import org.insitu.executor.fit.linear.LogisticOptions;
import org.insitu.executor.fit.linear.LogisticTrainer;
import org.insitu.parser.option.ModelOptions;

/** LOGISTIC_REG. */
record LogisticFamily(LogisticOptions options) implements Family {

  static LogisticFamily of(ModelOptions options, FitPlace place) {
    return new LogisticFamily(
        new LogisticOptions(
            SharedOptions.linearTerms(options),
            SharedOptions.classWeights(options),
            Math.toIntExact(options.get(MAX_ITERATIONS)),
            options.get(EARLY_STOP),
            options.isSet(MIN_REL_PROGRESS)
                ? OptionalDouble.of(options.get(MIN_REL_PROGRESS))
                : OptionalDouble.empty(),
            place));
  }

  @Override
  public Purpose purpose() {
    return Purpose.CLASSIFICATION;
  }

  @Override
  public FamilyFit fit(ProfileRequest request, FitResources resources, FitProgress progress) {
    return FamilyFit.at(
        options.place(), request, new LogisticTrainer(resources), options, resources, progress);
  }

  @Override
  public FitWork work() {
    return FitWork.at(
        options.place(),
        "Newton's method, one aggregate query a step",
        "Newton's method over Arrow batches");
  }
}
