/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.column;

import java.util.StringJoiner;
import org.insitu.jdbc.wire.Column;

/** How a type is written in SQL. */
public final class TypeNames {
  private TypeNames() {}

  /** The warehouse's own name, or else ours. */
  public static String of(Column column) {
    if (!column.warehouseType().isEmpty()) {
      return column.warehouseType();
    }
    switch (column.type()) {
      case DECIMAL:
        return "DECIMAL(" + column.precision() + "," + column.scale() + ")";
      case TIMESTAMPTZ:
        return "TIMESTAMP WITH TIME ZONE";
      case LIST:
        return of(column.children().get(0)) + "[]";
      case STRUCT:
        StringJoiner fields = new StringJoiner(", ", "STRUCT(", ")");
        for (Column child : column.children()) {
          fields.add(child.name() + " " + of(child));
        }
        return fields.toString();
      case MAP:
        Column entry = column.children().get(0);
        return "MAP(" + of(entry.children().get(0)) + ", " + of(entry.children().get(1)) + ")";
      default:
        return column.type().name();
    }
  }
}
