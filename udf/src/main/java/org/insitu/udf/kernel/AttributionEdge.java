/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

/**
 * An edge of {@link AttributionTree}.
 *
 * @param child the number of the inner node it leads to, -1 for a leaf
 * @param earlier the level of the last edge above that tested the same input, -1 when none did
 * @param down for each point the factor of the products; of a leaf, times its value
 * @param up for each point the gain
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record AttributionEdge(int child, int earlier, Three[] down, Three[] up) {

  /**
   * A number for each of three kinds of rows.
   *
   * @param passes rows that passed all tests of the input, this one too
   * @param fails rows that passed the earlier ones and fail this
   * @param failed rows that had failed before
   */
  record Three(double passes, double fails, double failed) {}

  boolean isLeaf() {
    return child < 0;
  }

  Three down(int point) {
    return down[point];
  }

  Three up(int point) {
    return up[point];
  }

  /**
   * Makes an edge.
   *
   * @param before the share of training rows that pass the earlier tests of the input, 1 when there
   *     are none
   * @param ratio the share of the node's that take this edge
   * @param scale of the factors
   */
  static AttributionEdge of(
      int child, int earlier, double before, double ratio, double scale, GaussRule rule) {
    int points = rule.points().length;
    Three[] down = new Three[points];
    Three[] up = new Three[points];
    double now = before * ratio;
    for (int q = 0; q < points; q++) {
      double t = rule.points()[q];
      double passed = factor(before, t);
      down[q] =
          new Three(scale * factor(now, t) / passed, scale * (1 - t) * now / passed, scale * ratio);
      double replaced = gain(before, t);
      double weight = rule.weights()[q];
      up[q] = new Three(weight * (gain(now, t) - replaced), weight * (-1 / (1 - t) - replaced), 0);
    }
    return new AttributionEdge(child, earlier, down, up);
  }

  /** {@code z + t (o - z)} of a row that passes. */
  private static double factor(double share, double t) {
    return share + t * (1 - share);
  }

  /** {@code (o - z) / (z + t (o - z))} of a row that passes; one that fails has -1 / (1 - t). */
  private static double gain(double share, double t) {
    return (1 - share) / factor(share, t);
  }
}
