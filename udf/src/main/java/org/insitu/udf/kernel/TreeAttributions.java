/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import java.util.List;
import org.insitu.udf.kernel.ProgramCompiler.Computed;
import org.insitu.udf.kernel.Values.Doubles;
import org.insitu.udf.kernel.Values.Lists;
import org.insitu.udf.kernel.Values.Longs;

/** Attributions of forests: each forest takes the rows that chose it, side by side. */
final class TreeAttributions {
  private TreeAttributions() {}

  static Computed<Lists> of(List<AttributionKernel> forests, Longs which, List<Doubles> inputs) {
    Lists result = new Lists(inputs.size());
    float[][] columns = new float[inputs.size()][Values.BLOCK];
    float[][] chosen = new float[inputs.size()][Values.BLOCK];
    double[][] shares = new double[inputs.size()][Values.BLOCK];
    int[] rows = new int[Values.BLOCK];
    Operation operation =
        count -> {
          for (int i = 0; i < columns.length; i++) {
            TreeSums.round(inputs.get(i), columns[i], count);
          }
          for (int forest = 0; forest < forests.size(); forest++) {
            int size = choose(which, forest, count, rows);
            gather(columns, rows, size, chosen);
            forests.get(forest).attribute(chosen, 0, size, shares);
            scatter(shares, rows, size, result);
          }
        };
    return new Computed<>(result, operation);
  }

  private static int choose(Longs which, int forest, int count, int[] rows) {
    int size = 0;
    for (int i = 0; i < count; i++) {
      rows[size] = i;
      size += which.values[i] == forest ? 1 : 0;
    }
    return size;
  }

  private static void gather(float[][] from, int[] rows, int size, float[][] to) {
    for (int column = 0; column < from.length; column++) {
      for (int i = 0; i < size; i++) {
        to[column][i] = from[column][rows[i]];
      }
    }
  }

  private static void scatter(double[][] from, int[] rows, int size, Lists to) {
    for (int column = 0; column < from.length; column++) {
      double[] out = to.elements[column].writable();
      for (int i = 0; i < size; i++) {
        out[rows[i]] = from[column][i];
      }
    }
  }
}
