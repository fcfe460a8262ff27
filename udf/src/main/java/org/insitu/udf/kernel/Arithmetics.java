/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import org.insitu.udf.expression.Expression.ArithmeticOperator;
import org.insitu.udf.kernel.ProgramCompiler.Computed;
import org.insitu.udf.kernel.Values.Doubles;

/** The four operators on DOUBLE. */
final class Arithmetics {
  private Arithmetics() {}

  static Computed<Doubles> of(ArithmeticOperator operator, Doubles left, Doubles right) {
    Doubles result = new Doubles();
    Operation operation =
        count -> {
          switch (operator) {
            case ADD -> add(left.values, right.values, result.writable(), count);
            case SUBTRACT -> subtract(left.values, right.values, result.writable(), count);
            case MULTIPLY -> multiply(left.values, right.values, result.writable(), count);
            case DIVIDE -> divide(left.values, right.values, result.writable(), count);
          }
          result.nullsOf(count, left, right);
        };
    return new Computed<>(result, operation);
  }

  private static void add(double[] left, double[] right, double[] out, int count) {
    for (int i = 0; i < count; i++) {
      out[i] = left[i] + right[i];
    }
  }

  private static void subtract(double[] left, double[] right, double[] out, int count) {
    for (int i = 0; i < count; i++) {
      out[i] = left[i] - right[i];
    }
  }

  private static void multiply(double[] left, double[] right, double[] out, int count) {
    for (int i = 0; i < count; i++) {
      out[i] = left[i] * right[i];
    }
  }

  private static void divide(double[] left, double[] right, double[] out, int count) {
    for (int i = 0; i < count; i++) {
      out[i] = left[i] / right[i];
    }
  }
}
