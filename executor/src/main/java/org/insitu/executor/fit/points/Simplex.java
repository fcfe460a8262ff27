/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.points;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The minimum of a function of a few numbers, without derivatives and without chance: the downhill
 * simplex of Nelder and Mead.
 *
 * <p><b>Source:</b> Nelder and Mead, A simplex method for function minimization, 1965; with the
 * usual coefficients 1, 2, 1/2, 1/2.
 */
final class Simplex {
  private final ToDoubleFunction<double[]> function;
  private final int evaluationsMax;
  private int evaluations;

  Simplex(ToDoubleFunction<double[]> function, int evaluationsMax) {
    this.function = function;
    this.evaluationsMax = evaluationsMax;
  }

  /** A corner and the function's value there. */
  @SuppressWarnings("ArrayRecordComponent") // never written to
  record Corner(double[] at, double value) {}

  private Corner corner(double[] at) {
    evaluations++;
    return new Corner(at, function.applyAsDouble(at));
  }

  /**
   * Descends from a point.
   *
   * @param step the first size of the simplex
   * @param tolerance the size, in every direction, at which it has found the minimum
   */
  Corner minimum(double[] start, double step, double tolerance) {
    List<Corner> corners = new ArrayList<>();
    corners.add(corner(start));
    for (int i = 0; i < start.length; i++) {
      double[] at = start.clone();
      at[i] += step;
      corners.add(corner(at));
    }
    corners.sort(Comparator.comparingDouble(Corner::value));
    while (evaluations < evaluationsMax && size(corners) > tolerance) {
      improve(corners);
      corners.sort(Comparator.comparingDouble(Corner::value));
    }
    return corners.getFirst();
  }

  private void improve(List<Corner> corners) {
    Corner worst = corners.removeLast();
    double[] center = center(corners);
    Corner reflected = corner(along(center, worst.at(), -1));
    if (reflected.value() < corners.getFirst().value()) {
      Corner expanded = corner(along(center, worst.at(), -2));
      corners.add(expanded.value() < reflected.value() ? expanded : reflected);
    } else if (reflected.value() < corners.getLast().value()) {
      corners.add(reflected);
    } else {
      boolean outside = reflected.value() < worst.value();
      Corner contracted = corner(along(center, worst.at(), outside ? -0.5 : 0.5));
      if (contracted.value() < Math.min(reflected.value(), worst.value())) {
        corners.add(contracted);
      } else {
        corners.add(worst);
        shrink(corners);
      }
    }
  }

  private void shrink(List<Corner> corners) {
    double[] best = corners.getFirst().at();
    for (int i = 1; i < corners.size(); i++) {
      corners.set(i, corner(along(best, corners.get(i).at(), 0.5)));
    }
  }

  private static double[] center(List<Corner> corners) {
    double[] center = new double[corners.getFirst().at().length];
    for (Corner corner : corners) {
      for (int i = 0; i < center.length; i++) {
        center[i] += corner.at()[i] / corners.size();
      }
    }
    return center;
  }

  private static double[] along(double[] from, double[] to, double part) {
    double[] at = new double[from.length];
    for (int i = 0; i < at.length; i++) {
      at[i] = from[i] + part * (to[i] - from[i]);
    }
    return at;
  }

  private static double size(List<Corner> corners) {
    double size = 0;
    double[] best = corners.getFirst().at();
    for (Corner corner : corners) {
      for (int i = 0; i < best.length; i++) {
        size = Math.max(size, Math.abs(corner.at()[i] - best[i]));
      }
    }
    return size;
  }
}
