/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.points;

import java.util.OptionalDouble;
import org.insitu.parser.option.DistanceOptions;
import org.insitu.parser.option.OptionRegistry;

/**
 * Options of GAUSSIAN_PROCESS. What each may be is said by {@link OptionRegistry}.
 *
 * @param lengthScale of the kernel; empty for the one of the greatest likelihood
 * @param noiseRatio the variance of the noise, divided by that of the signal; empty likewise
 */
public record GaussianOptions(OptionalDouble lengthScale, OptionalDouble noiseRatio) {

  /** Both are found. */
  public static final GaussianOptions DEFAULT =
      new GaussianOptions(OptionalDouble.empty(), OptionalDouble.empty());

  public GaussianOptions {
    lengthScale.ifPresent(DistanceOptions.LENGTH_SCALE::require);
    noiseRatio.ifPresent(DistanceOptions.NOISE_RATIO::require);
  }

  public GaussianOptions withLengthScale(double other) {
    return new GaussianOptions(OptionalDouble.of(other), noiseRatio);
  }

  public GaussianOptions withNoiseRatio(double other) {
    return new GaussianOptions(lengthScale, OptionalDouble.of(other));
  }
}
