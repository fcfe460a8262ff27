/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.transform;

import java.util.List;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.sql.SqlDialect;

/** What a fit found for a preprocessing function: the value of one of its aggregates. */
public sealed interface Parameter {
  record Num(double value) implements Parameter {}

  record Numbers(List<Double> values) implements Parameter {
    public Numbers {
      values = List.copyOf(values);
    }
  }

  record Text(String value) implements Parameter {}

  record Texts(List<String> values) implements Parameter {
    public Texts {
      values = List.copyOf(values);
    }
  }

  /** There was no value to find it of. */
  record Missing() implements Parameter {}

  /** The value as a constant. */
  default String sql(SqlDialect dialect) {
    return switch (this) {
      case Num n -> dialect.number(n.value());
      case Numbers n ->
          list(n.values().stream().map(dialect::number).toList(), ValueType.DOUBLE, dialect);
      case Text t -> dialect.string(t.value());
      case Texts t ->
          list(t.values().stream().map(dialect::string).toList(), ValueType.VARCHAR, dialect);
      case Missing m -> "NULL";
    };
  }

  private static String list(List<String> items, ValueType type, SqlDialect dialect) {
    return items.isEmpty()
        ? "CAST([] AS " + dialect.type(type) + "[])"
        : "[" + String.join(", ", items) + "]";
  }
}
