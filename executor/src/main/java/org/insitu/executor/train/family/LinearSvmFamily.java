/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train.family;

import static org.insitu.parser.option.LossOptions.MAX_ITERATIONS;

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
    return new LinearSvmFamily(
        new SvmOptions(
            SharedOptions.linearTerms(options),
            SharedOptions.classWeights(options),
            Math.toIntExact(options.get(MAX_ITERATIONS)),
            SharedOptions.minRelProgress(options),
            place));
  }

  @Override
  public Purpose purpose() {
    return Purpose.CLASSIFICATION;
  }

  @Override
  public FamilyFit fit(ProfileRequest request, FitResources resources, FitProgress progress) {
    return FamilyFit.at(
        options.place(), request, new SvmTrainer(resources), options, resources, progress);
  }

  @Override
  public FitWork work() {
    String steps = "Newton's method on the squared hinge, then probabilities of the margins, ";
    return FitWork.at(
        options.place(), steps + "one aggregate query a step", steps + "over Arrow batches");
  }
}
