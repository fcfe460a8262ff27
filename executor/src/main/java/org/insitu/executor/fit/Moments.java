/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit;

/**
 * The count, mean, sum of squared differences from the mean, and range of some numbers; infinities
 * are counted apart, NaN is missing.
 *
 * <p>Each piece of some thousand values is passed over twice: the differences of the second pass
 * are from the first one's mean, and what they add up to corrects it. Pieces are merged in the
 * order of their rows, so that the same rows give the same bits. <b>Source:</b> Chan, Golub,
 * LeVeque, Algorithms for Computing the Sample Variance, 1983.
 *
 * @param count of finite values
 * @param infinities how many there are
 * @param center near the mean; NaN when there is no value
 * @param rest the mean less the center: what rounding takes off the mean of numbers far from zero
 * @param squares the sum of squared differences from the mean
 * @param min the least finite value
 * @param max the greatest
 */
record Moments(
    long count,
    long infinities,
    double center,
    double rest,
    double squares,
    double min,
    double max) {
  private static final int LANES = 4;

  static final Moments NONE =
      new Moments(0, 0, Double.NaN, 0, 0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

  /** Of the first {@code rows} values. */
  static Moments of(double[] x, int rows) {
    double sum = sum(x, rows);
    return Double.isFinite(sum) ? ofFinite(x, rows, sum) : ofAny(x, rows);
  }

  /** Of values that are all there; four sums at a time, as one waits for itself. */
  private static Moments ofFinite(double[] x, int rows, double sum) {
    if (rows == 0) {
      return NONE;
    }
    double mean = sum / rows;
    int whole = rows - rows % LANES;
    double o0 = 0;
    double o1 = 0;
    double o2 = 0;
    double o3 = 0;
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double low = x[0];
    double high = x[0];
    for (int i = 0; i < whole; i += LANES) {
      double d0 = x[i] - mean;
      double d1 = x[i + 1] - mean;
      double d2 = x[i + 2] - mean;
      double d3 = x[i + 3] - mean;
      o0 += d0;
      o1 += d1;
      o2 += d2;
      o3 += d3;
      s0 = Math.fma(d0, d0, s0);
      s1 = Math.fma(d1, d1, s1);
      s2 = Math.fma(d2, d2, s2);
      s3 = Math.fma(d3, d3, s3);
    }
    for (int i = whole; i < rows; i++) {
      double d = x[i] - mean;
      o0 += d;
      s0 = Math.fma(d, d, s0);
    }
    for (int i = 0; i < rows; i++) {
      low = Math.min(low, x[i]);
      high = Math.max(high, x[i]);
    }
    double offset = (o0 + o1) + (o2 + o3);
    double square = (s0 + s1) + (s2 + s3);
    return new Moments(
        rows, 0, mean, offset / rows, Math.max(0, square - offset * (offset / rows)), low, high);
  }

  private static double sum(double[] x, int rows) {
    int whole = rows - rows % LANES;
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    for (int i = 0; i < whole; i += LANES) {
      s0 += x[i];
      s1 += x[i + 1];
      s2 += x[i + 2];
      s3 += x[i + 3];
    }
    for (int i = whole; i < rows; i++) {
      s0 += x[i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  /** Of values some of which are missing or infinite, or whose sum overflows. */
  private static Moments ofAny(double[] x, int rows) {
    double[] finite = new double[rows];
    int count = 0;
    long infinities = 0;
    for (int i = 0; i < rows; i++) {
      if (Double.isFinite(x[i])) {
        finite[count++] = x[i];
      } else if (!Double.isNaN(x[i])) {
        infinities++;
      }
    }
    Moments m = ofFinite(finite, count, sum(finite, count));
    return new Moments(m.count, infinities, m.center, m.rest, m.squares, m.min, m.max);
  }

  /** These and those of later rows. */
  Moments merge(Moments later) {
    long odd = infinities + later.infinities;
    if (later.count == 0) {
      return new Moments(count, odd, center, rest, squares, min, max);
    }
    if (count == 0) {
      return new Moments(
          later.count, odd, later.center, later.rest, later.squares, later.min, later.max);
    }
    long all = count + later.count;
    double apart = (later.center - center) + (later.rest - rest);
    double share = (double) later.count / all;
    return new Moments(
        all,
        odd,
        center,
        rest + apart * share,
        squares + later.squares + apart * apart * share * count,
        Math.min(min, later.min),
        Math.max(max, later.max));
  }

  /** NaN when there is no value. */
  double mean() {
    return center + rest;
  }

  /** The sample standard deviation, 0 for less than two values. */
  double deviation() {
    return count < 2 || min == max ? 0 : Math.sqrt(squares / (count - 1));
  }
}
