/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import org.insitu.udf.kernel.Values.Doubles;

/**
 * The steps of a long sum, one per term on one accumulator. A product with a constant is not stored
 * in between; it is rounded before it is added all the same.
 */
final class SumOperations {
  private SumOperations() {}

  /** The sum begins with its first term. */
  static Operation start(Doubles sum, Doubles first) {
    return count -> {
      System.arraycopy(first.values, 0, sum.writable(), 0, count);
      sum.nullsOf(count, first);
    };
  }

  static Operation add(Doubles sum, Doubles term) {
    return count -> {
      add(sum.values, term.values, count);
      nulls(sum, term, count);
    };
  }

  static Operation add(Doubles sum, double weight, Doubles term) {
    return count -> {
      add(sum.values, weight, term.values, count);
      nulls(sum, term, count);
    };
  }

  private static void add(double[] sum, double[] values, int count) {
    for (int i = 0; i < count; i++) {
      sum[i] += values[i];
    }
  }

  private static void add(double[] sum, double weight, double[] values, int count) {
    for (int i = 0; i < count; i++) {
      sum[i] += weight * values[i];
    }
  }

  private static void nulls(Doubles sum, Doubles term, int count) {
    if (term.anyNull) {
      for (int i = 0; i < count; i++) {
        sum.nulls[i] = term.nulls[i] | (sum.anyNull & sum.nulls[i]);
      }
      sum.anyNull = true;
    }
  }
}
