/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.moments;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.insitu.executor.fit.FitPlace;

/**
 * The options of PCA; exactly one of the first two is given.
 *
 * @param components how many
 * @param explainedVarianceRatio as many as it takes to explain this share of the variance
 * @param scaleFeatures whether numbers are divided by their standard deviation
 */
public record PcaOptions(
    OptionalInt components,
    OptionalDouble explainedVarianceRatio,
    boolean scaleFeatures,
    FitPlace place) {
  public PcaOptions {
    if (components.isPresent() == explainedVarianceRatio.isPresent()) {
      throw new IllegalArgumentException("components and ratio: exactly one is needed");
    }
  }

  /** A number of components of scaled features. */
  public static PcaOptions ofComponents(int count) {
    return new PcaOptions(OptionalInt.of(count), OptionalDouble.empty(), true, FitPlace.AUTO);
  }

  /** Components that explain this share of the variance. */
  public static PcaOptions ofRatio(double ratio) {
    return new PcaOptions(OptionalInt.empty(), OptionalDouble.of(ratio), true, FitPlace.AUTO);
  }

  public PcaOptions withScaleFeatures(boolean scale) {
    return new PcaOptions(components, explainedVarianceRatio, scale, place);
  }

  public PcaOptions in(FitPlace other) {
    return new PcaOptions(components, explainedVarianceRatio, scaleFeatures, other);
  }
}
