/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train.family;

import static org.insitu.parser.option.MomentOptions.NUM_PRINCIPAL_COMPONENTS;
import static org.insitu.parser.option.MomentOptions.PCA_EXPLAINED_VARIANCE_RATIO;
import static org.insitu.parser.option.MomentOptions.SCALE_FEATURES;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.insitu.executor.fit.FitPlace;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.ProfileRequest;
import org.insitu.executor.fit.Purpose;
import org.insitu.executor.fit.moments.PcaOptions;
import org.insitu.executor.fit.moments.PcaTrainer;
import org.insitu.parser.option.ModelOptions;

/** PCA. */
record PcaFamily(PcaOptions options) implements Family {
  private static final String SUMS = "sums and products of the columns";

  static PcaFamily of(ModelOptions options, FitPlace place) {
    return new PcaFamily(
        new PcaOptions(
            options
                .find(NUM_PRINCIPAL_COMPONENTS)
                .map(n -> OptionalInt.of(Math.toIntExact(n)))
                .orElse(OptionalInt.empty()),
            options
                .find(PCA_EXPLAINED_VARIANCE_RATIO)
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty()),
            options.get(SCALE_FEATURES),
            place));
  }

  @Override
  public Purpose purpose() {
    return Purpose.REDUCTION;
  }

  @Override
  public FamilyFit fit(ProfileRequest request, FitResources resources, FitProgress progress) {
    return FamilyFit.at(
        options.place(), request, new PcaTrainer(resources), options, resources, progress);
  }

  @Override
  public FitWork work() {
    return MomentsWork.work(options.place(), SUMS, MomentsWork.byWidth(SUMS));
  }
}
