/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.isotonic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.insitu.executor.fit.FitResources;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.udf.expression.PiecewiseLinear;

/**
 * Pool adjacent violators: values come ascending, each a block of its own; while a block's mean is
 * not above that of the block before, the two are one. The means of the blocks that are left are
 * the least-squares fit among all functions that never fall.
 *
 * <p><b>Source:</b> R. Barlow, D. Bartholomew, J. Bremner, H. Brunk, Statistical Inference under
 * Order Restrictions, 1972. <b>Cost:</b> a value is pooled once at most; 32 bytes a block.
 *
 * <p><b>Errors:</b> TOO_MUCH_DATA for more blocks than the heap has room for, or points than a
 * model may have.
 */
final class Pool {
  /** A model of so many points takes 2 MB. */
  static final int POINTS_MAX = 100_000;

  private static final int FIRST_SIZE = 1_024;

  private final FitResources resources;
  private final double sign;
  private double[] low = new double[FIRST_SIZE];
  private double[] high = new double[FIRST_SIZE];
  private double[] weight = new double[FIRST_SIZE];
  private double[] label = new double[FIRST_SIZE];
  private int blocks;

  /**
   * No values.
   *
   * @param rising whether means are to rise; else they are to fall
   */
  Pool(boolean rising, FitResources resources) {
    this.sign = rising ? 1 : -1;
    this.resources = resources;
  }

  /** Takes the next value. */
  void add(ValueSums sums) {
    if (sums.weight() == 0) {
      return;
    }
    if (blocks == low.length) {
      grow();
    }
    low[blocks] = sums.x();
    high[blocks] = sums.x();
    weight[blocks] = sums.weight();
    label[blocks] = sums.label();
    blocks++;
    while (blocks > 1 && violates(blocks - 2)) {
      blocks--;
      high[blocks - 1] = high[blocks];
      weight[blocks - 1] += weight[blocks];
      label[blocks - 1] += label[blocks];
    }
  }

  private boolean violates(int block) {
    return high[block] == low[block + 1] || sign * mean(block) >= sign * mean(block + 1);
  }

  private double mean(int block) {
    return label[block] / weight[block];
  }

  private void grow() {
    int size = Math.toIntExact(2L * blocks);
    resources.requireHeap(
        4.0 * Double.BYTES * size, blocks + " values of the feature, each with another mean");
    low = Arrays.copyOf(low, size);
    high = Arrays.copyOf(high, size);
    weight = Arrays.copyOf(weight, size);
    label = Arrays.copyOf(label, size);
  }

  /** Whether no row weighed anything. */
  boolean isEmpty() {
    return blocks == 0;
  }

  /** The sum of the blocks' squared means, each less a number, times its weight. */
  double squares(double center) {
    double sum = 0;
    for (int b = 0; b < blocks; b++) {
      double difference = mean(b) - center;
      sum += weight[b] * difference * difference;
    }
    return sum;
  }

  /** The means, with a line from the last value of a block to the first of the next. */
  PiecewiseLinear line() {
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    for (int b = 0; b < blocks; b++) {
      x.add(low[b]);
      y.add(mean(b));
      if (high[b] > low[b]) {
        x.add(high[b]);
        y.add(mean(b));
      }
    }
    if (x.size() > POINTS_MAX) {
      throw InsituException.of(
              ErrorCode.TOO_MUCH_DATA,
              "Points of the fitted function: %d (allowed: <= %d)".formatted(x.size(), POINTS_MAX))
          .hint("Round the feature, so that it has fewer values.");
    }
    if (!y.stream().allMatch(Double::isFinite)) {
      throw InsituException.of(
              ErrorCode.LABEL_NOT_FINITE, "The labels add up to more than a DOUBLE holds.")
          .hint("Divide the label by its size.");
    }
    return PiecewiseLinear.of(x, y);
  }
}
