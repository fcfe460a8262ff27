/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

/**
 * A function of a row's distances to the points that a model keeps. A kernel computes it; some are
 * also written as SQL while they are small.
 */
public sealed interface PointFunction {

  /** The points; a row has the same inputs. */
  Points points();

  /** How many numbers it answers with for a row. */
  int outputs();

  /**
   * A weighted sum of Gaussian bells over the points: {@code bias} plus {@code weights[i] *
   * exp(squared distance to point i * }{@link #exponent}{@code )}, in the order of the points.
   *
   * @param lengthScale the distance at which a bell has fallen to {@code exp(-1/2)}
   */
  @SuppressWarnings("ArrayRecordComponent") // bulk data, not to be written to
  record BellSum(Points points, double lengthScale, double bias, double[] weights)
      implements PointFunction {
    public BellSum {
      if (weights.length != points.rows() || !(lengthScale > 0)) {
        throw new IllegalArgumentException(
            "weights: %d, length scale: %s (expected: one per point, > 0)"
                .formatted(weights.length, lengthScale));
      }
    }

    /** What a squared distance is multiplied by: {@code -1 / (2 lengthScale²)}. */
    public double exponent() {
      return -0.5 / (lengthScale * lengthScale);
    }

    @Override
    public int outputs() {
      return 1;
    }
  }

  /**
   * What the nearest points have: the mean of their targets, or the share of each class among them.
   *
   * <p>Of points equally far the first is nearer. A distance that is no number counts as infinite.
   * When weighed by distance a point counts {@code 1 / distance}; those at distance 0, if any,
   * count alone and alike, and all count alike when all are infinitely far. A cosine distance is
   * {@code 1 - cos}, 1 where a row or a point is zero and has no direction.
   *
   * @param count how many are looked at
   * @param byDistance whether nearer ones weigh more
   * @param classes how many, targets being their indexes; 0 where targets are numbers
   */
  @SuppressWarnings("ArrayRecordComponent") // bulk data, not to be written to
  record Nearest(
      Points points,
      ModelFunction.Distance distance,
      int count,
      boolean byDistance,
      int classes,
      double[] targets)
      implements PointFunction {
    public Nearest {
      if (targets.length != points.rows() || count < 1 || count > points.rows() || classes == 1) {
        throw new IllegalArgumentException(
            "targets: %d, nearest: %d, classes: %d (expected: one per point, 1 to %d, 0 or >= 2)"
                .formatted(targets.length, count, classes, points.rows()));
      }
      for (double target : targets) {
        if (classes > 0 && !(target >= 0 && target < classes && target == (int) target)) {
          throw new IllegalArgumentException("target: " + target + " of " + classes + " classes");
        }
      }
    }

    @Override
    public int outputs() {
      return Math.max(1, classes);
    }
  }
}
