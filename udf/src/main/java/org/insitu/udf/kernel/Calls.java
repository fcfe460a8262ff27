/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.insitu.udf.expression.Expression.MathFunction;
import org.insitu.udf.kernel.ProgramCompiler.Computed;
import org.insitu.udf.kernel.Values.Doubles;

/** The mathematical functions. */
final class Calls {
  private Calls() {}

  static Computed<Doubles> of(MathFunction function, List<Doubles> arguments) {
    Doubles result = new Doubles();
    Doubles first = arguments.getFirst();
    Operation compute =
        switch (function) {
          case EXP -> count -> exp(first.values, result.writable(), count);
          case SQRT -> count -> sqrt(first.values, result.writable(), count);
          case ABS -> count -> abs(first.values, result.writable(), count);
          case LN -> count -> map(Math::log, first.values, result.writable(), count);
          case FLOOR -> count -> map(Math::floor, first.values, result.writable(), count);
          case POWER ->
              count -> power(first.values, arguments.get(1).values, result.writable(), count);
          case GREATEST -> count -> fold(arguments, result.writable(), count, true);
          case LEAST -> count -> fold(arguments, result.writable(), count, false);
        };
    Values[] operands = arguments.toArray(Values[]::new);
    Operation operation =
        count -> {
          compute.run(count);
          result.nullsOf(count, operands);
        };
    return new Computed<>(result, operation);
  }

  private static void exp(double[] values, double[] out, int count) {
    for (int i = 0; i < count; i++) {
      out[i] = Math.exp(values[i]);
    }
  }

  private static void sqrt(double[] values, double[] out, int count) {
    for (int i = 0; i < count; i++) {
      out[i] = Math.sqrt(values[i]);
    }
  }

  private static void abs(double[] values, double[] out, int count) {
    for (int i = 0; i < count; i++) {
      out[i] = Math.abs(values[i]);
    }
  }

  private static void map(DoubleUnaryOperator function, double[] values, double[] out, int count) {
    for (int i = 0; i < count; i++) {
      out[i] = function.applyAsDouble(values[i]);
    }
  }

  /** As IEEE and C have it: {@code 1^x} and {@code (-1)^infinity} are 1, for Java they are NaN. */
  private static void power(double[] base, double[] exponent, double[] out, int count) {
    for (int i = 0; i < count; i++) {
      boolean one = base[i] == 1 || base[i] == -1 && Double.isInfinite(exponent[i]);
      out[i] = one ? 1 : Math.pow(base[i], exponent[i]);
    }
  }

  /** NaN counts as greater than every number. */
  private static void fold(List<Doubles> arguments, double[] out, int count, boolean greatest) {
    System.arraycopy(arguments.getFirst().values, 0, out, 0, count);
    for (Doubles argument : arguments.subList(1, arguments.size())) {
      double[] values = argument.values;
      if (greatest) {
        for (int i = 0; i < count; i++) {
          out[i] = Math.max(out[i], values[i]);
        }
      } else {
        for (int i = 0; i < count; i++) {
          out[i] = values[i] < out[i] || Double.isNaN(out[i]) ? values[i] : out[i];
        }
      }
    }
  }
}
