/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import java.util.List;
import org.insitu.udf.kernel.ProgramCompiler.Computed;
import org.insitu.udf.kernel.Values.Doubles;
import org.insitu.udf.kernel.Values.Lists;

/** Functions of points over a block: NULL inputs to NaN, then the kernel. */
final class PointCalls {
  private PointCalls() {}

  static Computed<Doubles> number(PointKernel kernel, List<Doubles> inputs) {
    Doubles result = new Doubles();
    Inputs columns = new Inputs(inputs);
    return new Computed<>(
        result,
        count -> kernel.compute(columns.of(count), count, new double[][] {result.writable()}));
  }

  static Computed<Lists> list(PointKernel kernel, List<Doubles> inputs, int outputs) {
    Lists result = new Lists(outputs);
    Inputs columns = new Inputs(inputs);
    double[][] out = new double[outputs][];
    Operation operation =
        count -> {
          for (int i = 0; i < outputs; i++) {
            out[i] = result.elements[i].writable();
          }
          kernel.compute(columns.of(count), count, out);
        };
    return new Computed<>(result, operation);
  }

  /** The arrays of the inputs, copied only where they have NULLs. */
  private static final class Inputs {
    private final List<Doubles> inputs;
    private final double[][] columns;

    Inputs(List<Doubles> inputs) {
      this.inputs = inputs;
      this.columns = new double[inputs.size()][];
    }

    double[][] of(int count) {
      for (int i = 0; i < columns.length; i++) {
        Doubles input = inputs.get(i);
        columns[i] = input.values;
        if (input.anyNull) {
          columns[i] = input.values.clone();
          for (int row = 0; row < count; row++) {
            columns[i][row] = input.nulls[row] ? Double.NaN : columns[i][row];
          }
        }
      }
      return columns;
    }
  }
}
