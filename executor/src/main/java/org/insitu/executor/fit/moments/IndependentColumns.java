/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.moments;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.insitu.executor.fit.NameList;
import org.insitu.executor.fit.rows.ColumnLayout;

/**
 * Columns none of which depends on the others: without one level of each category, the most
 * frequent, for the levels of a category add up to one; and without columns that are constant or
 * follow from those before them.
 *
 * @param kept ascending
 * @param dropped names of those that depend on others
 */
@SuppressWarnings("ArrayRecordComponent") // read only, inside the trainers
record IndependentColumns(int[] kept, List<String> dropped) {

  /** The columns of all rows that are independent. */
  static IndependentColumns of(ColumnLayout layout, Scatter total) {
    boolean[] left = new boolean[layout.width()];
    int first = layout.numbers();
    for (int count : layout.levelCounts()) {
      left[mostFrequent(total.means(), first, count)] = true;
      first += count;
    }
    int[] columns = IntStream.range(0, layout.width()).filter(i -> !left[i]).toArray();
    List<Integer> dependent = CovarianceFactor.of(part(total.products(), columns)).dropped();
    int[] kept =
        IntStream.range(0, columns.length)
            .filter(i -> !dependent.contains(i))
            .map(i -> columns[i])
            .toArray();
    return new IndependentColumns(
        kept, dependent.stream().map(i -> layout.columnName(columns[i])).toList());
  }

  /** Every column. */
  static IndependentColumns all(ColumnLayout layout) {
    return new IndependentColumns(IntStream.range(0, layout.width()).toArray(), List.of());
  }

  private static int mostFrequent(double[] shares, int first, int count) {
    int best = first;
    for (int i = first + 1; i < first + count; i++) {
      if (shares[i] > shares[best]) {
        best = i;
      }
    }
    return best;
  }

  /** What the user is told of the columns dropped. */
  Optional<String> notice() {
    return dropped.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Columns that depend on those before them have the weight 0: %s."
                .formatted(NameList.of(dropped)));
  }

  /** The kept rows and columns of a matrix. */
  double[][] part(double[][] matrix) {
    return part(matrix, kept);
  }

  private static double[][] part(double[][] matrix, int[] columns) {
    return Arrays.stream(columns)
        .mapToObj(i -> Arrays.stream(columns).mapToDouble(j -> matrix[i][j]).toArray())
        .toArray(double[][]::new);
  }

  /** The kept values. */
  double[] part(double[] values) {
    return Arrays.stream(kept).mapToDouble(i -> values[i]).toArray();
  }

  /** A value for every column of the layout: 0 where none is kept. */
  double[] spread(double[] values, int width) {
    double[] result = new double[width];
    for (int i = 0; i < kept.length; i++) {
      result[kept[i]] = values[i];
    }
    return result;
  }
}
