/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train.family;

import static org.insitu.parser.option.LossOptions.FAMILY;
import static org.insitu.parser.option.LossOptions.LINK;
import static org.insitu.parser.option.LossOptions.MAX_ITERATIONS;

import org.insitu.executor.fit.FitPlace;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.ProfileRequest;
import org.insitu.executor.fit.Purpose;
import org.insitu.executor.fit.linear.Distribution;
import org.insitu.executor.fit.linear.GlmOptions;
import org.insitu.executor.fit.linear.GlmTrainer;
import org.insitu.parser.option.Choice;
import org.insitu.parser.option.ModelOptions;
import org.insitu.udf.model.Link;

/** GLM. */
record GlmFamily(GlmOptions options) implements Family {

  static GlmFamily of(ModelOptions options, FitPlace place) {
    Distribution distribution = Distribution.valueOf(options.get(FAMILY).name());
    return new GlmFamily(
        new GlmOptions(
            SharedOptions.linearTerms(options),
            distribution,
            options
                .find(LINK)
                .map(Choice.GlmLink::name)
                .map(Link::valueOf)
                .orElse(usual(distribution)),
            Math.toIntExact(options.get(MAX_ITERATIONS)),
            SharedOptions.minRelProgress(options),
            place));
  }

  private static Link usual(Distribution distribution) {
    return switch (distribution) {
      case GAUSSIAN -> Link.IDENTITY;
      case BINOMIAL -> Link.LOGIT;
      case POISSON -> Link.LOG;
      case GAMMA -> Link.INVERSE;
    };
  }

  @Override
  public Purpose purpose() {
    return options.distribution() == Distribution.BINOMIAL
        ? Purpose.CLASSIFICATION
        : Purpose.REGRESSION;
  }

  @Override
  public FamilyFit fit(ProfileRequest request, FitResources resources, FitProgress progress) {
    return FamilyFit.at(
        options.place(), request, new GlmTrainer(resources), options, resources, progress);
  }

  @Override
  public FitWork work() {
    return FitWork.at(
        options.place(),
        "Fisher's scoring, one aggregate query a step",
        "Fisher's scoring over Arrow batches");
  }
}
