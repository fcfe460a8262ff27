/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongFunction;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.kernel.ProgramCompiler.Computed;
import org.insitu.udf.kernel.Values.Doubles;
import org.insitu.udf.kernel.Values.Lists;
import org.insitu.udf.kernel.Values.Longs;
import org.insitu.udf.kernel.Values.Structs;
import org.insitu.udf.kernel.Values.Texts;
import org.insitu.udf.kernel.Values.Truths;

/** Conversions. */
final class Casts {
  /** Texts of dates are remembered: there are few different ones in a column. */
  private static final int REMEMBERED_MAX = 100_000;

  private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
  private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};

  private Casts() {}

  /** Whether nothing has to be done: a FLOAT is a DOUBLE already. */
  static boolean free(ValueType from, ValueType to) {
    return from == to || from == ValueType.FLOAT && to == ValueType.DOUBLE;
  }

  static Computed<? extends Values> of(Values operand, ValueType from, ValueType to) {
    return switch (to) {
      case DOUBLE -> doubles(operand);
      case FLOAT -> floats(operand);
      case BIGINT -> longs((Truths) operand);
      case VARCHAR -> texts(operand, from);
      case BOOLEAN, DATE, TIMESTAMP, DOUBLE_LIST, STRUCT_LIST ->
          throw new IllegalArgumentException("cast: " + from + " to " + to);
    };
  }

  private static Computed<Doubles> doubles(Values operand) {
    Doubles result = new Doubles();
    Operation operation =
        count -> {
          widen(operand, result.writable(), count);
          result.mayBeNaN = operand instanceof Doubles from && from.mayBeNaN;
          result.nullsOf(count, operand);
        };
    return new Computed<>(result, operation);
  }

  private static void widen(Values operand, double[] out, int count) {
    switch (operand) {
      case Doubles doubles -> System.arraycopy(doubles.values, 0, out, 0, count);
      case Longs longs -> {
        for (int i = 0; i < count; i++) {
          out[i] = longs.values[i];
        }
      }
      case Truths truths -> {
        for (int i = 0; i < count; i++) {
          out[i] = truths.values[i] ? 1 : 0;
        }
      }
      case Texts _, Lists _, Structs _ -> throw new IllegalArgumentException("cast: not a number");
    }
  }

  private static Computed<Doubles> floats(Values operand) {
    Doubles result = new Doubles();
    Operation operation =
        count -> {
          double[] out = result.writable();
          widen(operand, out, count);
          for (int i = 0; i < count; i++) {
            out[i] = (float) out[i];
          }
          result.nullsOf(count, operand);
        };
    return new Computed<>(result, operation);
  }

  private static Computed<Longs> longs(Truths operand) {
    Longs result = new Longs();
    Operation operation =
        count -> {
          for (int i = 0; i < count; i++) {
            result.values[i] = operand.values[i] ? 1 : 0;
          }
          result.nullsOf(count, operand);
        };
    return new Computed<>(result, operation);
  }

  private static Computed<Texts> texts(Values operand, ValueType from) {
    Texts result = new Texts();
    Operation write =
        switch (operand) {
          case Truths truths ->
              count -> {
                for (int i = 0; i < count; i++) {
                  result.set(i, truths.values[i] ? TRUE : FALSE);
                }
              };
          case Longs longs -> numbers(longs, result, from);
          case Doubles _, Texts _, Lists _, Structs _ ->
              throw new IllegalArgumentException("cast: " + from + " to VARCHAR");
        };
    Operation operation =
        count -> {
          result.nullsOf(count, operand);
          write.run(count);
        };
    return new Computed<>(result, operation);
  }

  private static Operation numbers(Longs longs, Texts result, ValueType from) {
    LongFunction<String> format =
        switch (from) {
          case DATE -> Calendar::date;
          case TIMESTAMP -> Calendar::timestamp;
          case BOOLEAN, BIGINT, FLOAT, DOUBLE, VARCHAR, DOUBLE_LIST, STRUCT_LIST -> Long::toString;
        };
    Map<Long, byte[]> remembered = new HashMap<>();
    return count -> {
      if (remembered.size() > REMEMBERED_MAX) {
        remembered.clear();
      }
      for (int i = 0; i < count; i++) {
        if (!result.isNull(i)) {
          result.set(
              i,
              remembered.computeIfAbsent(
                  longs.values[i], value -> format.apply(value).getBytes(StandardCharsets.UTF_8)));
        }
      }
    };
  }
}
