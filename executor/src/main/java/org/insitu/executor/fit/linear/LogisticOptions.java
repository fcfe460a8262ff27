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
 * Options of LOGISTIC_REG; the loss is the log loss. What each may be is said by {@link
 * OptionRegistry}.
 *
 * @param terms what is fitted and how it is penalised
 * @param classWeights how much a row of each class counts
 * @param maxIterations the most Newton steps
 * @param earlyStop whether {@code minRelProgress} counts
 * @param minRelProgress where to stop before the solution: after the first step that lowers the
 *     loss by less than this part of it. Empty, which is the default, goes to the solution: Newton
 *     steps double the right digits, so that BigQuery's 0.01, meant for gradient descent, would
 *     save one or two steps and lose the agreement with every other tool.
 * @param place where to fit; in the warehouse each step is one aggregate query
 */
public record LogisticOptions(
    LinearTerms terms,
    ClassWeights classWeights,
    int maxIterations,
    boolean earlyStop,
    OptionalDouble minRelProgress,
    FitPlace place) {

  /** BigQuery's 20 iterations, to the solution. */
  public static final LogisticOptions DEFAULT =
      new LogisticOptions(
          LinearTerms.DEFAULT, ClassWeights.EQUAL, 20, true, OptionalDouble.empty(), FitPlace.AUTO);

  public LogisticOptions {
    LossOptions.MAX_ITERATIONS.require((long) maxIterations);
    minRelProgress.ifPresent(LossOptions.MIN_REL_PROGRESS::require);
  }

  public LogisticOptions withTerms(LinearTerms other) {
    return new LogisticOptions(
        other, classWeights, maxIterations, earlyStop, minRelProgress, place);
  }

  public LogisticOptions withClassWeights(ClassWeights other) {
    return new LogisticOptions(terms, other, maxIterations, earlyStop, minRelProgress, place);
  }

  public LogisticOptions withMaxIterations(int other) {
    return new LogisticOptions(terms, classWeights, other, earlyStop, minRelProgress, place);
  }

  public LogisticOptions withMinRelProgress(double other) {
    return new LogisticOptions(
        terms, classWeights, maxIterations, true, OptionalDouble.of(other), place);
  }

  public LogisticOptions withPlace(FitPlace other) {
    return new LogisticOptions(
        terms, classWeights, maxIterations, earlyStop, minRelProgress, other);
  }
}
