/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.points;

import java.util.Optional;
import org.insitu.udf.model.Points;

/**
 * The likelihood of a label that is a Gaussian process over the points plus noise, as a function of
 * the kernel's length scale and the noise.
 *
 * <p>With {@code R = exp(-d² / 2l²)} the correlations, {@code g} the noise ratio, {@code C = R + g
 * I} and s² the variance of the signal, the label y is normal with mean 0 and covariance {@code s²
 * C}. For any l and g the best s² is {@code yᵀ C⁻¹ y / n}, and with it the log marginal likelihood
 * {@code -n/2 (1 + log(2 pi s²)) - log|C| / 2}. What is predicted does not depend on s².
 *
 * <p><b>Source:</b> Rasmussen and Williams, Gaussian Processes for Machine Learning, 2006, 2.30.
 * <b>Cost:</b> a Cholesky factor for each pair of l and g; memory for two lower triangles.
 */
final class Likelihood {
  private final double[][] squares;
  private final double[][] scratch;
  private final double[] label;
  private final RowWork work;

  /**
   * Prepares.
   *
   * @param label of mean 0, one number per point
   */
  Likelihood(Points points, double[] label, RowWork work) {
    this.label = label;
    this.work = work;
    this.squares = new double[points.rows()][];
    this.scratch = new double[points.rows()][];
    work.run(
        0,
        points.rows(),
        row -> {
          squares[row] = squares(points, row);
          scratch[row] = new double[row + 1];
        });
  }

  private static double[] squares(Points points, int row) {
    double[] sums = new double[row + 1];
    for (int i = 0; i < points.inputs().size(); i++) {
      double own = points.at(i, row);
      boolean number = points.inputs().get(i) == Points.Input.NUMBER;
      for (int other = 0; other <= row; other++) {
        double difference = own - points.at(i, other);
        sums[other] += number ? difference * difference : difference == 0 ? 0 : 2;
      }
    }
    return sums;
  }

  /**
   * What is known at one pair of l and g.
   *
   * @param logMarginal the log marginal likelihood
   * @param signal the variance s²
   * @param weights {@code C⁻¹ y}
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on to the model at once
  record Found(double logMarginal, double signal, double[] weights) {}

  /** Empty where the covariance is singular, as rows that repeat one another make it. */
  Optional<Found> at(double lengthScale, double noiseRatio) {
    double exponent = -0.5 / (lengthScale * lengthScale);
    work.run(0, label.length, row -> fill(row, exponent, noiseRatio));
    if (!Cholesky.factor(scratch, work)) {
      return Optional.empty();
    }
    double[] weights = Cholesky.solve(scratch, label);
    double signal = 0;
    for (int i = 0; i < label.length; i++) {
      signal += label[i] * weights[i];
    }
    signal /= label.length;
    double logMarginal =
        -0.5 * label.length * (1 + Math.log(2 * Math.PI * signal))
            - 0.5 * Cholesky.logDeterminant(scratch);
    return Double.isFinite(logMarginal)
        ? Optional.of(new Found(logMarginal, signal, weights))
        : Optional.empty();
  }

  private void fill(int row, double exponent, double noiseRatio) {
    for (int other = 0; other < row; other++) {
      scratch[row][other] = Math.exp(squares[row][other] * exponent);
    }
    scratch[row][row] = 1 + noiseRatio;
  }
}
