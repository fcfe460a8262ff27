/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.points;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.insitu.executor.fit.FitProgress;

/**
 * The length scale and the noise of the greatest likelihood: the best of a few places far apart,
 * then downhill from it, both on the scale of logarithms.
 */
final class KernelSearch {
  /** In standard deviations of the features. */
  private static final double LENGTH_MIN = 1e-2;

  private static final double LENGTH_MAX = 1e3;
  private static final double NOISE_MIN = 1e-8;
  private static final double NOISE_MAX = 1e4;
  private static final double[] FIRST_LENGTHS = {0.25, 1, 4};
  private static final double[] FIRST_NOISES = {1e-3, 1e-1, 10};
  private static final double FIRST_STEP = 0.7;

  /** The likelihood is flat at its top: this near it differs in the eighth digit. */
  private static final double TOLERANCE = 1e-4;

  private static final int EVALUATIONS_MAX = 200;

  private final Likelihood likelihood;
  private final GaussianOptions options;
  private final FitProgress progress;
  private int evaluations;

  KernelSearch(Likelihood likelihood, GaussianOptions options, FitProgress progress) {
    this.likelihood = likelihood;
    this.options = options;
    this.progress = progress;
  }

  /** A length scale and a noise ratio. */
  record Kernel(double lengthScale, double noiseRatio) {}

  /**
   * The best kernel that the options allow.
   *
   * @param inputs of the points: rows of so many numbers are about so far apart
   */
  Kernel best(int inputs) {
    if (options.lengthScale().isPresent() && options.noiseRatio().isPresent()) {
      return kernel(new double[0]);
    }
    double[] start = {};
    double least = Double.POSITIVE_INFINITY;
    for (double[] place : places(inputs)) {
      double value = loss(place);
      if (value < least || start.length == 0) {
        start = place;
        least = value;
      }
    }
    Simplex simplex = new Simplex(this::loss, EVALUATIONS_MAX);
    return kernel(simplex.minimum(start, FIRST_STEP, TOLERANCE).at());
  }

  private List<double[]> places(int inputs) {
    List<double[]> places = new ArrayList<>();
    for (double length : options.lengthScale().isPresent() ? new double[1] : FIRST_LENGTHS) {
      for (double noise : options.noiseRatio().isPresent() ? new double[1] : FIRST_NOISES) {
        double logLength = Math.log(length * Math.sqrt(inputs));
        places.add(
            options.lengthScale().isPresent()
                ? new double[] {Math.log(noise)}
                : options.noiseRatio().isPresent()
                    ? new double[] {logLength}
                    : new double[] {logLength, Math.log(noise)});
      }
    }
    return places;
  }

  /** The kernel of the numbers searched for, those that are not fixed, within bounds. */
  private Kernel kernel(double[] logs) {
    OptionalDouble length = options.lengthScale();
    OptionalDouble noise = options.noiseRatio();
    return new Kernel(
        length.isPresent()
            ? length.getAsDouble()
            : Math.clamp(Math.exp(logs[0]), LENGTH_MIN, LENGTH_MAX),
        noise.isPresent()
            ? noise.getAsDouble()
            : Math.clamp(Math.exp(logs[logs.length - 1]), NOISE_MIN, NOISE_MAX));
  }

  private double loss(double[] logs) {
    progress.checkCancelled();
    Kernel kernel = kernel(logs);
    double value =
        likelihood
            .at(kernel.lengthScale(), kernel.noiseRatio())
            .map(found -> -found.logMarginal())
            .orElse(Double.POSITIVE_INFINITY);
    progress.report(
        "fit",
        -1,
        "kernel %d, length scale %.4g, noise ratio %.4g, log marginal likelihood %.6g"
            .formatted(++evaluations, kernel.lengthScale(), kernel.noiseRatio(), -value));
    return value;
  }
}
