/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import org.insitu.udf.kernel.ProgramCompiler.Computed;
import org.insitu.udf.kernel.Values.Doubles;
import org.insitu.udf.kernel.Values.Truths;

/** Tests for NULL and NaN, and replaces them. */
final class Missing {
  private Missing() {}

  static Computed<Truths> test(Values operand) {
    Truths result = new Truths();
    Operation operation =
        count -> {
          for (int i = 0; i < count; i++) {
            result.values[i] =
                operand.isNull(i)
                    || operand instanceof Doubles doubles && Double.isNaN(doubles.values[i]);
          }
        };
    return new Computed<>(result, operation);
  }

  /** The operand's own array while nothing is missing. */
  static Computed<Doubles> replace(Doubles operand, double replacement) {
    Doubles result = new Doubles();
    Operation operation =
        count -> {
          if (!operand.anyNull && !operand.mayBeNaN) {
            result.values = operand.values;
          } else {
            double[] values = operand.values;
            double[] out = result.writable();
            for (int i = 0; i < count; i++) {
              boolean missing = operand.isNull(i) || Double.isNaN(values[i]);
              out[i] = missing ? replacement : values[i];
            }
          }
          result.mayBeNaN = Double.isNaN(replacement);
        };
    return new Computed<>(result, operation);
  }
}
