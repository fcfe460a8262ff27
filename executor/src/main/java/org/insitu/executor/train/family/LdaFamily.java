/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train.family;

import static org.insitu.parser.option.MomentOptions.SHRINKAGE;

import org.insitu.executor.fit.FitPlace;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.ProfileRequest;
import org.insitu.executor.fit.Purpose;
import org.insitu.executor.fit.moments.LdaOptions;
import org.insitu.executor.fit.moments.LdaTrainer;
import org.insitu.parser.option.ModelOptions;

/** LDA. */
record LdaFamily(LdaOptions options) implements Family {
  private static final String SUMS = "sums and products of the columns by class";

  static LdaFamily of(ModelOptions options, FitPlace place) {
    return new LdaFamily(new LdaOptions(options.get(SHRINKAGE), place));
  }

  @Override
  public Purpose purpose() {
    return Purpose.CLASSIFICATION;
  }

  @Override
  public FamilyFit fit(ProfileRequest request, FitResources resources, FitProgress progress) {
    return FamilyFit.at(
        options.place(), request, new LdaTrainer(resources), options, resources, progress);
  }

  @Override
  public FitWork work() {
    return MomentsWork.work(options.place(), SUMS, MomentsWork.byWidth(SUMS));
  }
}
