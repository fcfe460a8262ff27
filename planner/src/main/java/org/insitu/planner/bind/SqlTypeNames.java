/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.bind;

import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;

/** The SQL name of a column's type, for messages. */
public final class SqlTypeNames {
  private SqlTypeNames() {}

  public static String of(Field field) {
    if (field.getDictionary() != null) {
      return "ENUM";
    }
    return switch (field.getType()) {
      case ArrowType.Bool b -> "BOOLEAN";
      case ArrowType.Int i ->
          (i.getIsSigned() ? "" : "U")
              + switch (i.getBitWidth()) {
                case 8 -> "TINYINT";
                case 16 -> "SMALLINT";
                case 32 -> "INTEGER";
                default -> "BIGINT";
              };
      case ArrowType.FloatingPoint f ->
          f.getPrecision() == FloatingPointPrecision.DOUBLE ? "DOUBLE" : "REAL";
      case ArrowType.Decimal d -> "DECIMAL(%d, %d)".formatted(d.getPrecision(), d.getScale());
      case ArrowType.Utf8 u -> "VARCHAR";
      case ArrowType.LargeUtf8 u -> "VARCHAR";
      case ArrowType.Utf8View u -> "VARCHAR";
      case ArrowType.Binary b -> "BLOB";
      case ArrowType.Date d -> "DATE";
      case ArrowType.Time t -> "TIME";
      case ArrowType.Timestamp t -> t.getTimezone() == null ? "TIMESTAMP" : "TIMESTAMPTZ";
      case ArrowType.Interval i -> "INTERVAL";
      case ArrowType.List l -> of(field.getChildren().get(0)) + "[]";
      case ArrowType.Struct s -> "STRUCT";
      case ArrowType.Map m -> "MAP";
      default -> field.getType().toString();
    };
  }
}
