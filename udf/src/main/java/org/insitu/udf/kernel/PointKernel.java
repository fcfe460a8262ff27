/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import org.insitu.udf.model.PointFunction;

/**
 * Computes a function of the distances to stored points for many rows.
 *
 * <p>Every point is looked at, some hundred at a time so that they stay in the cache while a few
 * dozen rows pass over them. Results do not depend on how rows are put together.
 *
 * <p><b>Threads:</b> may be shared. <b>Cost:</b> points times inputs a row; 10,000 points of 10
 * numbers take about 15 µs a row on one core of a Sapphire Rapids Xeon.
 */
public abstract sealed class PointKernel permits BellKernel, NearestKernel {
  /** Prepares a function. */
  public static PointKernel compile(PointFunction function) {
    return switch (function) {
      case PointFunction.BellSum sum -> new BellKernel(sum);
      case PointFunction.Nearest nearest -> new NearestKernel(nearest);
    };
  }

  /**
   * Computes.
   *
   * @param columns one array per input; NaN where there is no number
   * @param out receives the answers, one array per output
   */
  public abstract void compute(double[][] columns, int rows, double[][] out);
}
