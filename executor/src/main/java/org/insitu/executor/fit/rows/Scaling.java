/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.rows;

import java.util.List;
import org.insitu.udf.model.Feature;

/**
 * Centres and scales for computing with: {@code z = (x - center) / scale}, with the scale a power
 * of two near the deviation and the center the mean to a thousandth of it. Differences and
 * quotients of most data are then exact, and the constants do not vary with the last bits of a
 * mean.
 *
 * @param center per number
 * @param scale per number
 */
@SuppressWarnings("ArrayRecordComponent") // read only, inside the trainers
public record Scaling(double[] center, double[] scale) {
  private static final double CENTER_GRID = 0x1p-10;

  /**
   * The scaling of numeric features.
   *
   * @param centered false for a model without intercept, whose columns must keep their zero
   */
  public static Scaling of(List<Feature.Numeric> features, boolean centered) {
    int n = features.size();
    double[] center = new double[n];
    double[] scale = new double[n];
    for (int i = 0; i < n; i++) {
      Feature.Numeric feature = features.get(i);
      double size =
          centered
              ? feature.standardDeviation()
              : Math.hypot(feature.mean(), feature.standardDeviation());
      scale[i] = powerOfTwo(size);
      center[i] = centered ? center(feature.mean(), scale[i]) : 0;
    }
    return new Scaling(center, scale);
  }

  /** The power of two next to a deviation; 1 for none. */
  public static double powerOfTwo(double deviation) {
    return deviation > 0 ? Math.scalb(1.0, Math.getExponent(deviation)) : 1;
  }

  /** A mean to a thousandth of the scale. */
  public static double center(double mean, double scale) {
    double grid = scale * CENTER_GRID;
    return Math.rint(mean / grid) * grid;
  }

  /** Scales a range of a column. */
  public void apply(int column, double[] x, int from, int count, double[] to, int at) {
    double c = center[column];
    double factor = 1 / scale[column];
    for (int i = 0; i < count; i++) {
      to[at + i] = (x[from + i] - c) * factor;
    }
  }
}
