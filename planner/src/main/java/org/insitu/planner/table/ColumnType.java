/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.table;

import java.util.List;
import org.insitu.udf.expression.ValueType;

/** The type of a column of a {@link Table}. */
public sealed interface ColumnType {

  /** A single value. */
  record Scalar(ValueType type) implements ColumnType {}

  /** A list of structs with these fields. */
  record StructList(List<Field> fields) implements ColumnType {
    public StructList {
      fields = List.copyOf(fields);
    }
  }

  /** A struct of these fields. */
  record Struct(List<Field> fields) implements ColumnType {
    public Struct {
      fields = List.copyOf(fields);
    }
  }

  /** A field of a struct. */
  record Field(String name, ValueType type) {}

  ColumnType DOUBLE = new Scalar(ValueType.DOUBLE);
  ColumnType BIGINT = new Scalar(ValueType.BIGINT);
  ColumnType VARCHAR = new Scalar(ValueType.VARCHAR);
}
