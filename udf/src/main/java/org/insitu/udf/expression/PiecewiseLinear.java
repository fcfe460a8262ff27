/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.expression;

import java.util.Arrays;
import java.util.List;

/**
 * The function through some points with straight lines between them: constant before the first and
 * after the last. From point i to the next it is {@code y[i] + (x - x[i]) * slope(i)}, so that it
 * is exact at the points; of NaN it is NaN.
 *
 * <p><b>Threads:</b> any. <b>Cost:</b> {@code log2} of the points for a value.
 */
public final class PiecewiseLinear {
  private final double[] x;
  private final double[] y;
  private final double[] slope;

  private PiecewiseLinear(double[] x, double[] y, double[] slope) {
    this.x = x;
    this.y = y;
    this.slope = slope;
  }

  /**
   * The function through these points.
   *
   * @param x finite and ascending, at least one
   * @param y finite, one for each
   */
  public static PiecewiseLinear of(List<Double> x, List<Double> y) {
    double[] at = x.stream().mapToDouble(v -> v + 0.0).toArray(); // no negative zero
    double[] values = y.stream().mapToDouble(Double::doubleValue).toArray();
    if (at.length == 0 || at.length != values.length) {
      throw new IllegalArgumentException(
          "points: %d, values: %d (expected: as many, at least 1)"
              .formatted(at.length, values.length));
    }
    for (int i = 0; i < at.length; i++) {
      if (!Double.isFinite(at[i]) || !Double.isFinite(values[i]) || (i > 0 && at[i - 1] >= at[i])) {
        throw new IllegalArgumentException(
            "point %d: (%s, %s) (expected: finite, and x ascending)"
                .formatted(i, at[i], values[i]));
      }
    }
    double[] slopes = new double[at.length];
    for (int i = 0; i < at.length - 1; i++) {
      double rise = (values[i + 1] - values[i]) / (at[i + 1] - at[i]);
      slopes[i] = Double.isFinite(rise) ? rise : 0; // points next to each other: a step
    }
    return new PiecewiseLinear(at, values, slopes);
  }

  /** How many points there are. */
  public int points() {
    return x.length;
  }

  /** Where a point is. */
  public double x(int point) {
    return x[point];
  }

  /** The value at a point. */
  public double y(int point) {
    return y[point];
  }

  /** How steep the line from a point to the next is; 0 from the last. */
  public double slope(int point) {
    return slope[point];
  }

  /** The value at any number. */
  public double at(double number) {
    if (!(number >= x[0])) {
      return Double.isNaN(number) ? number : y[0];
    }
    int found = Arrays.binarySearch(x, number + 0.0);
    int point = found >= 0 ? found : -found - 2;
    return slope[point] == 0 ? y[point] : y[point] + (number - x[point]) * slope[point];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PiecewiseLinear that
        && Arrays.equals(x, that.x)
        && Arrays.equals(y, that.y);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(x) + Arrays.hashCode(y);
  }

  @Override
  public String toString() {
    return "PiecewiseLinear[x=%s, y=%s]".formatted(Arrays.toString(x), Arrays.toString(y));
  }
}
