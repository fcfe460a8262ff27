/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit;

/** Finds the k-th smallest number without sorting: Hoare's selection, median of three. */
final class Selection {
  private Selection() {}

  /**
   * The number that would stand at {@code k} were the first {@code count} sorted; those before it
   * are then no greater, those after it no less. <b>Cost:</b> linear for all but contrived orders.
   */
  static double smallest(double[] values, int count, int k) {
    int low = 0;
    int high = count - 1;
    while (low < high) {
      double pivot = median(values[low], values[(low + high) >>> 1], values[high]);
      int i = low;
      int j = high;
      while (i <= j) {
        while (values[i] < pivot) {
          i++;
        }
        while (values[j] > pivot) {
          j--;
        }
        if (i <= j) {
          double swapped = values[i];
          values[i++] = values[j];
          values[j--] = swapped;
        }
      }
      if (k <= j) {
        high = j;
      } else if (k >= i) {
        low = i;
      } else {
        break;
      }
    }
    return values[k];
  }

  private static double median(double a, double b, double c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }
}
