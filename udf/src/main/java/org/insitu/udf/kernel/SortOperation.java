/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import java.util.Arrays;
import java.util.Comparator;
import org.insitu.udf.expression.Expression.Ordering;
import org.insitu.udf.kernel.Values.Doubles;
import org.insitu.udf.kernel.Values.Structs;

/** Orders the elements of a list of structs, row by row; ties keep their order. */
final class SortOperation implements Operation {
  /** Above this an insertion into the best ones is slower than a sort. */
  private static final int INSERTION_MAX = 64;

  private final Structs structs;
  private final Doubles[] keys;
  private final boolean descending;
  private final boolean absolute;
  private final int[] best;

  SortOperation(Structs structs, int key, Ordering ordering) {
    this.structs = structs;
    this.descending = ordering.descending();
    this.absolute = ordering.absolute();
    this.keys = new Doubles[structs.elements.length];
    this.best = new int[structs.size + 1];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (Doubles) structs.elements[i][key];
    }
  }

  @Override
  public void run(int count) {
    if (keys.length <= 1 || structs.size == 0) {
      return;
    }
    for (int row = 0; row < count; row++) {
      if (keys.length == 2 && structs.size == 2) {
        int first = before(1, 0, row) ? 1 : 0;
        structs.order[2 * row] = first;
        structs.order[2 * row + 1] = 1 - first;
      } else if (structs.size <= INSERTION_MAX) {
        insert(row);
      } else {
        sort(row);
      }
    }
  }

  /** Whether an element stands strictly before another; NaN is greater than every number. */
  private boolean before(int element, int other, int row) {
    double a = key(element, row);
    double b = key(other, row);
    return descending
        ? a > b || Double.isNaN(a) && !Double.isNaN(b)
        : a < b || Double.isNaN(b) && !Double.isNaN(a);
  }

  private double key(int element, int row) {
    double key = keys[element].values[row];
    return absolute ? Math.abs(key) : key;
  }

  private void insert(int row) {
    int length = 0;
    for (int element = 0; element < keys.length; element++) {
      int at = length;
      while (at > 0 && before(element, best[at - 1], row)) {
        best[at] = best[at - 1];
        at--;
      }
      best[at] = element;
      length = Math.min(length + 1, structs.size);
    }
    System.arraycopy(best, 0, structs.order, row * structs.size, structs.size);
  }

  private void sort(int row) {
    Integer[] all = new Integer[keys.length];
    Arrays.setAll(all, i -> i);
    Comparator<Integer> order = (a, b) -> before(a, b, row) ? -1 : before(b, a, row) ? 1 : 0;
    Arrays.sort(all, order);
    for (int i = 0; i < structs.size; i++) {
      structs.order[row * structs.size + i] = all[i];
    }
  }
}
