/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train.family;

import static org.insitu.parser.option.MomentOptions.SMOOTHING;
import static org.insitu.parser.option.MomentOptions.VAR_SMOOTHING;

import org.insitu.executor.fit.FitPlace;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.ProfileRequest;
import org.insitu.executor.fit.Purpose;
import org.insitu.executor.fit.moments.NaiveBayesOptions;
import org.insitu.executor.fit.moments.NaiveBayesTrainer;
import org.insitu.parser.option.ModelOptions;

/** NAIVE_BAYES. */
record NaiveBayesFamily(NaiveBayesOptions options) implements Family {
  private static final String SUMS =
      "sums and squares of the numbers by class, rows by class and category";

  static NaiveBayesFamily of(ModelOptions options, FitPlace place) {
    return new NaiveBayesFamily(
        new NaiveBayesOptions(options.get(SMOOTHING), options.get(VAR_SMOOTHING), place));
  }

  @Override
  public Purpose purpose() {
    return Purpose.CLASSIFICATION;
  }

  @Override
  public boolean countsByClass() {
    return options.place() != FitPlace.LOCAL;
  }

  @Override
  public FamilyFit fit(ProfileRequest request, FitResources resources, FitProgress progress) {
    return FamilyFit.at(
        options.place(), request, new NaiveBayesTrainer(resources), options, resources, progress);
  }

  @Override
  public FitWork work() {
    return MomentsWork.work(options.place(), SUMS, MomentsWork.pushed(SUMS));
  }
}
