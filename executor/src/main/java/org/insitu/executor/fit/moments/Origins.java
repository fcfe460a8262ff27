/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.moments;

import java.util.List;
import org.insitu.executor.fit.rows.ColumnLayout;
import org.insitu.executor.fit.rows.Scaling;
import org.insitu.udf.model.Feature;

/**
 * Where sums are taken from: numbers are centred and scaled by the profile, and each class may have
 * an origin of its own on that scale. A sum of squares around a point k deviations off loses as
 * many digits as k² has; so classes that lie far from the common center are summed again around
 * their own.
 *
 * @param offsets one row per class, one value per number
 */
@SuppressWarnings("ArrayRecordComponent") // read only, inside the trainers
record Origins(ColumnLayout layout, Scaling scaling, double[][] offsets) {
  /** Squared deviations of a class's mean from its origin that are borne: four digits of 16. */
  private static final double FAR = 1e4;

  /** The common center for every class. */
  static Origins common(List<Feature> features, int classes) {
    ColumnLayout layout = ColumnLayout.of(features);
    return new Origins(
        layout, Scaling.of(layout.numericFeatures(), true), new double[classes][layout.numbers()]);
  }

  /** The same scale, each class around its own means. */
  Origins around(double[][] means) {
    double[][] own = new double[offsets.length][];
    for (int k = 0; k < own.length; k++) {
      own[k] = java.util.Arrays.copyOf(means[k], layout.numbers());
    }
    return new Origins(layout, scaling, own);
  }

  int classes() {
    return offsets.length;
  }

  /**
   * Whether squares around the origin have lost digits.
   *
   * @param apart the mean's distance from the origin
   * @param squares of the differences from the mean, summed
   */
  static boolean isFar(double apart, double squares, double rows) {
    return apart != 0 && apart * apart * rows > FAR * squares;
  }

  /**
   * Squares without what rounding makes of a column that does not vary: a deviation below 1e-12 of
   * the column's own is none.
   */
  static double withoutNoise(double squares, double rows) {
    return squares > rows * 1e-24 ? squares : 0;
  }
}
