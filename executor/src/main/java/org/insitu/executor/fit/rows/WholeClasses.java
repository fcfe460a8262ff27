/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.rows;

import java.util.Arrays;
import java.util.List;

/** Classes that are whole numbers, ascending: finds a number's index among them. */
final class WholeClasses {
  private final double[] values;

  WholeClasses(List<String> classes) {
    values = classes.stream().mapToDouble(Long::parseLong).toArray();
  }

  /** Puts each number's index in its place, -1 for one that is no class. */
  void replace(double[] numbers, int from, int count) {
    for (int i = from; i < from + count; i++) {
      numbers[i] = Math.max(-1, Arrays.binarySearch(values, numbers[i]));
    }
  }
}
