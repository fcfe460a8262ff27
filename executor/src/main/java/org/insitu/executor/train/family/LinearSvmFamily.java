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
import org.insitu.executor.fit.linear.SvmOptions;
import org.insitu.executor.fit.linear.SvmTrainer;
import org.insitu.parser.option.ModelOptions;

/** LINEAR_SVM. */
record LinearSvmFamily(SvmOptions options) implements Family {

  static LinearSvmFamily of(ModelOptions options, FitPlace place) {
    boolean stops = options.isSet(MIN_REL_PROGRESS) && options.get(EARLY_STOP);
    return new LinearSvmFamily(
        new SvmOptions(
            SharedOptions.linearTerms(options),
            SharedOptions.classWeights(options),
            Math.toIntExact(options.get(MAX_ITERATIONS)),
            stops ? OptionalDouble.of(options.get(MIN_REL_PROGRESS)) : OptionalDouble.empty(),
            place));
  }

  @Override
  public Purpose purpose() {
    return Purpose.CLASSIFICATION;
  }

  @Override
  public FamilyFit fit(ProfileRequest request, FitResources resources, FitProgress progress) {
    SvmTrainer trainer = new SvmTrainer(resources);
    return options.place() == FitPlace.WAREHOUSE
        ? FamilyFit.inWarehouse(request, trainer, options, progress)
        : FamilyFit.overRows(request, trainer, options, resources, progress);
  }

  @Override
  public FitWork work() {
    String steps = "Newton's method on the squared hinge, then probabilities of the margins, ";
    return options.place() == FitPlace.WAREHOUSE
        ? new FitWork(steps + "one aggregate query a step", FitWork.Sends.SUMS)
        : new FitWork(steps + "over Arrow batches", FitWork.Sends.ROWS);
  }
}
