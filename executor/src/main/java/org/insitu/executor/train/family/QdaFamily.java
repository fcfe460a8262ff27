/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train.family;

import static org.insitu.parser.option.MomentOptions.REG_PARAM;

import org.insitu.executor.fit.FitPlace;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.ProfileRequest;
import org.insitu.executor.fit.Purpose;
import org.insitu.executor.fit.moments.QdaOptions;
import org.insitu.executor.fit.moments.QdaTrainer;
import org.insitu.parser.option.ModelOptions;

/** QDA. */
record QdaFamily(QdaOptions options) implements Family {
  private static final String SUMS = "sums and products of the columns by class";

  static QdaFamily of(ModelOptions options, FitPlace place) {
    return new QdaFamily(new QdaOptions(options.get(REG_PARAM), place));
  }

  @Override
  public Purpose purpose() {
    return Purpose.CLASSIFICATION;
  }

  @Override
  public FamilyFit fit(ProfileRequest request, FitResources resources, FitProgress progress) {
    return FamilyFit.at(
        options.place(), request, new QdaTrainer(resources), options, resources, progress);
  }

  @Override
  public FitWork work() {
    return MomentsWork.work(options.place(), SUMS, MomentsWork.byWidth(SUMS));
  }
}
