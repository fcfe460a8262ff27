/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import java.util.List;
import org.insitu.udf.kernel.ProgramCompiler.Computed;
import org.insitu.udf.kernel.Values.Doubles;

/** Forests: inputs rounded to float, NULL to NaN, then the kernel. */
final class TreeSums {
  private TreeSums() {}

  static Computed<Doubles> of(ForestKernel forest, List<Doubles> inputs) {
    Doubles result = new Doubles();
    float[][] columns = new float[inputs.size()][Values.BLOCK];
    Operation operation =
        count -> {
          for (int i = 0; i < columns.length; i++) {
            round(inputs.get(i), columns[i], count);
          }
          forest.sum(columns, 0, count, result.writable());
        };
    return new Computed<>(result, operation);
  }

  static void round(Doubles input, float[] out, int count) {
    double[] values = input.values;
    for (int i = 0; i < count; i++) {
      out[i] = (float) values[i];
    }
    if (input.anyNull) {
      for (int i = 0; i < count; i++) {
        out[i] = input.nulls[i] ? Float.NaN : out[i];
      }
    }
  }
}
