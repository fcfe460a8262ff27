/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import org.insitu.udf.expression.PiecewiseLinear;
import org.insitu.udf.kernel.ProgramCompiler.Computed;
import org.insitu.udf.kernel.Values.Doubles;

/** Piecewise linear functions. */
final class Lines {
  private Lines() {}

  static Computed<Doubles> of(PiecewiseLinear line, Doubles input) {
    Doubles result = new Doubles();
    Operation operation =
        count -> {
          double[] out = result.writable();
          for (int i = 0; i < count; i++) {
            out[i] = line.at(input.values[i]);
          }
          result.nullsOf(count, input);
        };
    return new Computed<>(result, operation);
  }
}
