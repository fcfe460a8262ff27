/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import java.util.OptionalDouble;
import org.insitu.executor.fit.FitPlace;
import org.insitu.parser.option.LossOptions;
import org.insitu.udf.model.Link;

/**
 * Options of GLM; the loss is half the deviance.
 *
 * @param terms what is fitted and how it is penalised
 * @param distribution of the label
 * @param link what is linear in the features
 * @param maxIterations the most steps
 * @param minRelProgress where to stop before the solution; empty goes to it
 * @param place where to fit
 */
public record GlmOptions(
    LinearTerms terms,
    Distribution distribution,
    Link link,
    int maxIterations,
    OptionalDouble minRelProgress,
    FitPlace place) {

  public GlmOptions {
    LossOptions.MAX_ITERATIONS.require((long) maxIterations);
    minRelProgress.ifPresent(LossOptions.MIN_REL_PROGRESS::require);
  }

  /** To the solution, without regularisation. */
  public static GlmOptions of(Distribution distribution, Link link) {
    return new GlmOptions(
        LinearTerms.DEFAULT, distribution, link, 100, OptionalDouble.empty(), FitPlace.AUTO);
  }

  public GlmOptions withTerms(LinearTerms other) {
    return new GlmOptions(other, distribution, link, maxIterations, minRelProgress, place);
  }

  public GlmOptions withPlace(FitPlace other) {
    return new GlmOptions(terms, distribution, link, maxIterations, minRelProgress, other);
  }
}
