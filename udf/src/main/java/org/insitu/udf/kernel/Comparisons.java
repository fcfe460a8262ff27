/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import java.util.Arrays;
import org.insitu.udf.expression.Expression.ComparisonOperator;
import org.insitu.udf.kernel.ProgramCompiler.Computed;
import org.insitu.udf.kernel.Values.Doubles;
import org.insitu.udf.kernel.Values.Lists;
import org.insitu.udf.kernel.Values.Longs;
import org.insitu.udf.kernel.Values.Structs;
import org.insitu.udf.kernel.Values.Texts;
import org.insitu.udf.kernel.Values.Truths;

/** Comparisons: of doubles as IEEE has it, of integers, of text by code point. */
final class Comparisons {
  private Comparisons() {}

  static Computed<Truths> of(ComparisonOperator operator, Values left, Values right) {
    Truths result = new Truths();
    Operation compare =
        switch (left) {
          case Longs a when right instanceof Longs b ->
              count -> {
                for (int i = 0; i < count; i++) {
                  result.values[i] = holds(operator, Long.compare(a.values[i], b.values[i]));
                }
              };
          case Truths a when right instanceof Truths b ->
              count -> {
                for (int i = 0; i < count; i++) {
                  result.values[i] = holds(operator, Boolean.compare(a.values[i], b.values[i]));
                }
              };
          case Texts a when right instanceof Texts b ->
              count -> {
                for (int i = 0; i < count; i++) {
                  boolean comparable = !a.isNull(i) && !b.isNull(i);
                  result.values[i] = comparable && holds(operator, compare(a, b, i));
                }
              };
          case Doubles a when right instanceof Doubles b ->
              count -> doubles(operator, a.values, b.values, result.values, count);
          case Doubles a when right instanceof Longs b ->
              count -> doubles(operator, a.values, widened(b, count), result.values, count);
          case Longs a when right instanceof Doubles b ->
              count -> doubles(operator, widened(a, count), b.values, result.values, count);
          case Doubles _, Longs _, Truths _, Texts _, Lists _, Structs _ ->
              throw new IllegalArgumentException("comparison: operands are of different types");
        };
    Operation operation =
        count -> {
          compare.run(count);
          result.nullsOf(count, left, right);
        };
    return new Computed<>(result, operation);
  }

  private static double[] widened(Longs values, int count) {
    double[] widened = new double[count];
    for (int i = 0; i < count; i++) {
      widened[i] = values.values[i];
    }
    return widened;
  }

  private static void doubles(
      ComparisonOperator operator, double[] left, double[] right, boolean[] out, int count) {
    switch (operator) {
      case EQUAL -> {
        for (int i = 0; i < count; i++) {
          out[i] = left[i] == right[i];
        }
      }
      case NOT_EQUAL -> {
        for (int i = 0; i < count; i++) {
          out[i] = left[i] != right[i];
        }
      }
      case LESS -> {
        for (int i = 0; i < count; i++) {
          out[i] = left[i] < right[i];
        }
      }
      case LESS_OR_EQUAL -> {
        for (int i = 0; i < count; i++) {
          out[i] = left[i] <= right[i];
        }
      }
      case GREATER -> {
        for (int i = 0; i < count; i++) {
          out[i] = left[i] > right[i];
        }
      }
      case GREATER_OR_EQUAL -> {
        for (int i = 0; i < count; i++) {
          out[i] = left[i] >= right[i];
        }
      }
    }
  }

  private static int compare(Texts left, Texts right, int row) {
    int a = left.starts[row];
    int b = right.starts[row];
    return Arrays.compareUnsigned(
        left.bytes[row], a, a + left.lengths[row], right.bytes[row], b, b + right.lengths[row]);
  }

  private static boolean holds(ComparisonOperator operator, int order) {
    return switch (operator) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LESS -> order < 0;
      case LESS_OR_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      case GREATER_OR_EQUAL -> order >= 0;
    };
  }
}
