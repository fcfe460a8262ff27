/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import java.util.List;
import org.insitu.udf.expression.Expression.LogicOperator;
import org.insitu.udf.kernel.ProgramCompiler.Computed;
import org.insitu.udf.kernel.Values.Truths;

/** Three-valued logic. */
final class Logics {
  private Logics() {}

  static Computed<Truths> of(LogicOperator operator, List<Truths> operands) {
    Truths result = new Truths();
    Operation operation =
        switch (operator) {
          case NOT -> count -> not(operands.getFirst(), result, count);
          case AND -> count -> combine(operands, result, count, false);
          case OR -> count -> combine(operands, result, count, true);
        };
    return new Computed<>(result, operation);
  }

  private static void not(Truths operand, Truths result, int count) {
    for (int i = 0; i < count; i++) {
      result.values[i] = !operand.values[i];
    }
    result.nullsOf(count, operand);
  }

  /** One operand that decides (TRUE for OR, FALSE for AND) decides; else one NULL makes NULL. */
  private static void combine(List<Truths> operands, Truths result, int count, boolean deciding) {
    result.anyNull = false;
    for (int i = 0; i < count; i++) {
      boolean decided = false;
      boolean unknown = false;
      for (Truths operand : operands) {
        boolean isNull = operand.isNull(i);
        unknown |= isNull;
        decided |= !isNull && operand.values[i] == deciding;
      }
      result.values[i] = decided == deciding;
      result.nulls[i] = unknown && !decided;
      result.anyNull |= result.nulls[i];
    }
  }
}
