/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.insitu.udf.expression.Expression.Literal;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.kernel.Values.Doubles;
import org.insitu.udf.kernel.Values.Longs;
import org.insitu.udf.kernel.Values.Texts;
import org.insitu.udf.kernel.Values.Truths;

/** Constants: blocks that are filled once. */
final class Literals {
  private Literals() {}

  static Values values(Literal literal) {
    Object value = literal.value();
    Values values = value == null ? empty(literal.type()) : filled(value, literal.type());
    values.anyNull = value == null;
    Arrays.fill(values.nulls, value == null);
    return values;
  }

  private static Values empty(ValueType type) {
    return switch (type) {
      case BOOLEAN -> new Truths();
      case BIGINT, DATE, TIMESTAMP -> new Longs();
      case FLOAT, DOUBLE -> new Doubles();
      case VARCHAR -> new Texts();
      case DOUBLE_LIST, STRUCT_LIST -> throw new IllegalArgumentException("literal type: " + type);
    };
  }

  private static Values filled(Object value, ValueType type) {
    Values values = empty(type);
    switch (values) {
      case Truths truths -> Arrays.fill(truths.values, (Boolean) value);
      case Longs longs -> Arrays.fill(longs.values, number(value, type));
      case Doubles doubles -> {
        double number = ((Number) value).doubleValue();
        Arrays.fill(doubles.writable(), type == ValueType.FLOAT ? (float) number : number);
      }
      case Texts texts -> {
        byte[] bytes = ((String) value).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < Values.BLOCK; i++) {
          texts.set(i, bytes);
        }
      }
      case Values.Lists _, Values.Structs _ ->
          throw new IllegalArgumentException("literal type: " + type);
    }
    return values;
  }

  private static long number(Object value, ValueType type) {
    return switch (type) {
      case DATE -> Calendar.days((String) value);
      case TIMESTAMP -> Calendar.microseconds((String) value);
      case BOOLEAN, BIGINT, FLOAT, DOUBLE, VARCHAR, DOUBLE_LIST, STRUCT_LIST ->
          ((Number) value).longValue();
    };
  }
}
