/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.moments;

import org.insitu.executor.fit.FitPlace;
import org.insitu.parser.option.MomentOptions;

/**
 * The options of NAIVE_BAYES.
 *
 * @param smoothing rows added to each level of a category in each class: Laplace's 1 makes no level
 *     impossible
 * @param varSmoothing the share of the greatest variance of any number that is added to every
 *     variance, as scikit-learn does
 */
public record NaiveBayesOptions(double smoothing, double varSmoothing, FitPlace place) {

  /** The defaults of the language. */
  public static final NaiveBayesOptions DEFAULT = new NaiveBayesOptions(1, 1e-9, FitPlace.AUTO);

  public NaiveBayesOptions {
    MomentOptions.SMOOTHING.require(smoothing);
    MomentOptions.VAR_SMOOTHING.require(varSmoothing);
  }

  public NaiveBayesOptions withSmoothing(double rows) {
    return new NaiveBayesOptions(rows, varSmoothing, place);
  }

  public NaiveBayesOptions withVarSmoothing(double share) {
    return new NaiveBayesOptions(smoothing, share, place);
  }

  public NaiveBayesOptions in(FitPlace other) {
    return new NaiveBayesOptions(smoothing, varSmoothing, other);
  }
}
