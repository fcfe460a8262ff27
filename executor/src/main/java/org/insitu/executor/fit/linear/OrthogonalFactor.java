/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import java.util.Arrays;
import org.insitu.executor.fit.FitProgress;

/**
 * The triangular factor of {@link OrthogonalQuery} so far: the rows of R, and which columns are
 * left out for good because nothing but rounding remains of them.
 */
final class OrthogonalFactor {
  private final double dependent;
  private final double[] lengths;
  private final boolean[] dropped;
  private double[][] r;
  private boolean deferred;

  /** Whether the last correction found nothing of the label beside the columns. */
  private boolean nothingLeft;

  private OrthogonalFactor(double dependent, double[] lengths) {
    int size = lengths.length;
    this.dependent = dependent;
    this.lengths = lengths;
    this.dropped = new boolean[size];
    this.r = new double[size][size];
    for (int i = 0; i < size; i++) {
      r[i][i] = 1;
      dropped[i] = i < size - 1 && lengths[i] == 0;
    }
  }

  static OrthogonalFactor of(double[][] products, double dependent) {
    double[] lengths = new double[products.length];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = Math.sqrt(products[i][i]);
    }
    OrthogonalFactor factor = new OrthogonalFactor(dependent, lengths);
    factor.multiply(factor(products));
    return factor;
  }

  /** So few columns as one query adds up take no time. */
  private static Triangle factor(double[][] products) {
    return Triangle.ofProducts(products, FitProgress.NONE);
  }

  int size() {
    return lengths.length;
  }

  double at(int i, int j) {
    return r[i][j];
  }

  boolean isDeferred() {
    return deferred;
  }

  /** The columns that are not left out, and the label. */
  int[] kept() {
    int[] kept = new int[size()];
    int n = 0;
    for (int j = 0; j < kept.length; j++) {
      if (!dropped[j]) {
        kept[n++] = j;
      }
    }
    return Arrays.copyOf(kept, n);
  }

  /** A row with one value, made orthogonal. */
  double[] solved(int place, double value) {
    double[] q = new double[size()];
    for (int j : kept()) {
      double sum = j == place ? value : 0;
      for (int i = 0; i < j; i++) {
        sum -= r[i][j] * q[i];
      }
      q[j] = sum / r[j][j];
    }
    return q;
  }

  /**
   * Corrects the factor by the products of the columns that it made orthogonal.
   *
   * @return the correction
   */
  Triangle corrected(double[][] products) {
    Triangle step = factor(copy(products));
    for (int j = firstDependent(products, step); j >= 0; j = firstDependent(products, step)) {
      dropped[j] = true;
      for (int i = 0; i < size(); i++) {
        products[i][j] = 0;
        products[j][i] = 0;
      }
      step = factor(copy(products));
    }
    multiply(step);
    return step;
  }

  /** The first column of which nothing but rounding remains; -1 for none. */
  private int firstDependent(double[][] products, Triangle step) {
    for (int j = 0; j < size() - 1; j++) {
      double whole = Math.sqrt(products[j][j]);
      double remains = step.isDropped(j) ? whole : step.rows()[j][j];
      if (!dropped[j] && !(remains * r[j][j] > dependent * lengths[j])) {
        return j;
      }
    }
    return -1;
  }

  /** The product of a correction and the factor; what the correction cannot tell waits. */
  private void multiply(Triangle step) {
    int size = size();
    double[][] product = new double[size][size];
    deferred = false;
    nothingLeft = step.rows()[size - 1][size - 1] == 0;
    for (int i = 0; i < size; i++) {
      double[] row = step.rows()[i].clone();
      if (row[i] == 0) {
        row[i] = 1;
        deferred |= !dropped[i] && i < size - 1;
      }
      for (int k = i; k < size; k++) {
        for (int j = k; row[k] != 0 && j < size; j++) {
          product[i][j] += row[k] * r[k][j];
        }
      }
    }
    r = product;
  }

  private static double[][] copy(double[][] a) {
    double[][] copy = new double[a.length][];
    for (int i = 0; i < a.length; i++) {
      copy[i] = a[i].clone();
    }
    return copy;
  }

  Triangle triangle() {
    double[][] rows = copy(r);
    if (nothingLeft) {
      rows[size() - 1][size() - 1] = 0;
    }
    return Triangle.of(rows, dropped);
  }
}
