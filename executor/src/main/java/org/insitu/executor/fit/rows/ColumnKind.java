/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.rows;

import java.util.Optional;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.insitu.udf.expression.ValueType;

/** What a column of a training query is to a model. */
public enum ColumnKind {
  /** Integers, floats, decimals: BIGINT when a signed 64-bit integer holds them, else DOUBLE. */
  NUMBER,
  /** Text, booleans, dates, enumerations. */
  CATEGORY,
  /** Anything else; a cast or an expression makes one of the others of it. */
  OTHER;

  /** The kind of a column described by this Arrow field. */
  public static ColumnKind of(Field field) {
    return switch (valueType(field).orElse(ValueType.STRUCT_LIST)) {
      case BIGINT, FLOAT, DOUBLE -> NUMBER;
      case VARCHAR, BOOLEAN, DATE -> CATEGORY;
      case TIMESTAMP, DOUBLE_LIST, STRUCT_LIST -> OTHER;
    };
  }

  /** The type of a usable column; empty for {@link #OTHER}. */
  public static Optional<ValueType> valueType(Field field) {
    if (field.getDictionary() != null) {
      return Optional.of(ValueType.VARCHAR);
    }
    return switch (field.getType()) {
      case ArrowType.Int type ->
          Optional.of(
              type.getIsSigned() || type.getBitWidth() < 64 ? ValueType.BIGINT : ValueType.DOUBLE);
      case ArrowType.FloatingPoint type -> Optional.of(ValueType.DOUBLE);
      case ArrowType.Decimal type -> Optional.of(ValueType.DOUBLE);
      case ArrowType.Utf8 type -> Optional.of(ValueType.VARCHAR);
      case ArrowType.LargeUtf8 type -> Optional.of(ValueType.VARCHAR);
      case ArrowType.Utf8View type -> Optional.of(ValueType.VARCHAR);
      case ArrowType.Bool type -> Optional.of(ValueType.BOOLEAN);
      case ArrowType.Date type -> Optional.of(ValueType.DATE);
      default -> Optional.empty();
    };
  }

  /** Whether {@link NumberReader} takes this column as it is, without a cast to DOUBLE in SQL. */
  static boolean isReadAsIs(Field field) {
    return field.getDictionary() == null
        && (field.getType() instanceof ArrowType.Int
            || field.getType() instanceof ArrowType.FloatingPoint);
  }
}
