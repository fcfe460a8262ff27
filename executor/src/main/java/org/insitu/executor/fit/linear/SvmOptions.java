/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import java.util.OptionalDouble;
import org.insitu.executor.fit.ClassWeights;
import org.insitu.executor.fit.FitPlace;
import org.insitu.parser.option.LossOptions;
import org.insitu.parser.option.OptionRegistry;

/**
 * Options of LINEAR_SVM; the loss is the squared hinge. What each may be is said by {@link
 * OptionRegistry}.
 *
 * @param terms what is fitted and how it is penalised; {@code 1 / l2Reg} is what others call C
 * @param classWeights how much a row of each class counts
 * @param maxIterations the most Newton steps of a class
 * @param minRelProgress where to stop before the solution; empty goes to it
 * @param place where to fit; in the warehouse each step is one aggregate query
 */
public record SvmOptions(
    LinearTerms terms,
    ClassWeights classWeights,
    int maxIterations,
    OptionalDouble minRelProgress,
    FitPlace place) {

  /** A penalty of 1, to the solution. */
  public static final SvmOptions DEFAULT =
      new SvmOptions(
          LinearTerms.DEFAULT.withRegularization(0, 1),
          ClassWeights.EQUAL,
          100,
          OptionalDouble.empty(),
          FitPlace.AUTO);

  public SvmOptions {
    LossOptions.MAX_ITERATIONS.require((long) maxIterations);
    minRelProgress.ifPresent(LossOptions.MIN_REL_PROGRESS::require);
  }

  public SvmOptions withTerms(LinearTerms other) {
    return new SvmOptions(other, classWeights, maxIterations, minRelProgress, place);
  }

  public SvmOptions withClassWeights(ClassWeights other) {
    return new SvmOptions(terms, other, maxIterations, minRelProgress, place);
  }

  public SvmOptions withMaxIterations(int other) {
    return new SvmOptions(terms, classWeights, other, minRelProgress, place);
  }

  public SvmOptions withPlace(FitPlace other) {
    return new SvmOptions(terms, classWeights, maxIterations, minRelProgress, other);
  }
}
