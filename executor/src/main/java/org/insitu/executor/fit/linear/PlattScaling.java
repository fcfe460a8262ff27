/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import org.insitu.udf.model.ModelFunction;

/**
 * The logistic regression of a class on the one number that a predictor makes of a row, its margin.
 * A change of the slope is a change of all weights in proportion, so that the sums of a pass over
 * the rows, taken along the weights, are those of the two numbers sought.
 */
final class PlattScaling {
  private static final int ITERATIONS_MAX = 100;
  private static final int HALVINGS_MAX = 30;

  /** The decrease, relative to the loss, of the last step. */
  private static final double TOLERANCE = 1e-16;

  /** What is left of a determinant where the margins are all the same. */
  private static final double SAME = 1e-13;

  private final ScorePass pass;
  private final double[] weights;

  private PlattScaling(ScorePass pass, double[] weights) {
    this.pass = pass;
    this.weights = weights;
  }

  /**
   * Scales.
   *
   * @param pass by a {@link PlattLoss} over columns of which the first is the intercept
   * @param weights that make the margins
   * @param start the logarithm of the class's odds
   */
  static ModelFunction.Calibration of(ScorePass pass, double[] weights, double start) {
    return new PlattScaling(pass, weights).from(new Point(0, start));
  }

  /** A slope and an intercept. */
  private record Point(double slope, double intercept) {}

  private ModelFunction.Calibration from(Point start) {
    Point at = start;
    ScoreSums sums = sums(at);
    for (int i = 0; i < ITERATIONS_MAX; i++) {
      Point step = step(sums);
      double decrease = 0.5 * (step.slope * along(sums) + step.intercept * sums.gradient(0, 0));
      if (decrease <= TOLERANCE * sums.loss()) {
        return calibration(moved(at, step, 1));
      }
      double part = 1;
      Point next = moved(at, step, part);
      ScoreSums there = sums(next);
      for (int h = 0; h < HALVINGS_MAX && !(there.loss() <= sums.loss()); h++) {
        part /= 2;
        next = moved(at, step, part);
        there = sums(next);
      }
      if (!(there.loss() <= sums.loss())) {
        break; // no better by rounding
      }
      at = next;
      sums = there;
    }
    return calibration(at);
  }

  private static ModelFunction.Calibration calibration(Point point) {
    return new ModelFunction.Calibration(point.slope, point.intercept);
  }

  private static Point moved(Point from, Point step, double part) {
    return new Point(from.slope + part * step.slope, from.intercept + part * step.intercept);
  }

  private ScoreSums sums(Point at) {
    double[] scaled = new double[weights.length];
    for (int j = 0; j < scaled.length; j++) {
      scaled[j] = at.slope * weights[j];
    }
    scaled[0] += at.intercept;
    return pass.at(new double[][] {scaled});
  }

  /** Minus the derivative by the slope. */
  private double along(ScoreSums sums) {
    double sum = 0;
    for (int j = 0; j < weights.length; j++) {
      sum += weights[j] * sums.gradient(0, j);
    }
    return sum;
  }

  private Point step(ScoreSums sums) {
    double both = 0;
    double mixed = 0;
    for (int i = 0; i < weights.length; i++) {
      mixed += weights[i] * sums.curvature(0, 0, 0, i);
      for (int j = 0; weights[i] != 0 && j < weights.length; j++) {
        both += weights[i] * sums.curvature(0, i, 0, j) * weights[j];
      }
    }
    double own = sums.curvature(0, 0, 0, 0);
    double bySlope = along(sums);
    double byIntercept = sums.gradient(0, 0);
    double determinant = both * own - mixed * mixed;
    return determinant <= SAME * both * own
        ? new Point(0, own > 0 ? byIntercept / own : 0)
        : new Point(
            (own * bySlope - mixed * byIntercept) / determinant,
            (both * byIntercept - mixed * bySlope) / determinant);
  }
}
