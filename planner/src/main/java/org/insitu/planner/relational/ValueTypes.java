/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.relational;

import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.sql.type.SqlTypeName;
import org.insitu.udf.expression.ValueType;

/**
 * Types for the validator. What it need not understand (lists, structs, unsigned integers) is ANY:
 * such a column passes through and is in no expression. Every column may be NULL.
 */
final class ValueTypes {
  private final RelDataTypeFactory factory;

  ValueTypes(RelDataTypeFactory factory) {
    this.factory = factory;
  }

  RelDataType row(Iterable<Field> fields) {
    RelDataTypeFactory.Builder row = factory.builder();
    fields.forEach(field -> row.add(field.getName(), of(field)));
    return row.build();
  }

  RelDataType of(ValueType type) {
    return nullable(
        switch (type) {
          case BOOLEAN -> SqlTypeName.BOOLEAN;
          case BIGINT -> SqlTypeName.BIGINT;
          case FLOAT -> SqlTypeName.REAL;
          case DOUBLE -> SqlTypeName.DOUBLE;
          case VARCHAR -> SqlTypeName.VARCHAR;
          case DATE -> SqlTypeName.DATE;
          case TIMESTAMP -> SqlTypeName.TIMESTAMP;
          case DOUBLE_LIST, STRUCT_LIST -> SqlTypeName.ANY;
        });
  }

  private RelDataType of(Field field) {
    if (field.getDictionary() != null) {
      return nullable(SqlTypeName.ANY);
    }
    return switch (field.getType()) {
      case ArrowType.Bool _ -> nullable(SqlTypeName.BOOLEAN);
      case ArrowType.Int i when i.getIsSigned() -> nullable(integer(i.getBitWidth()));
      case ArrowType.FloatingPoint f ->
          nullable(
              f.getPrecision() == FloatingPointPrecision.DOUBLE
                  ? SqlTypeName.DOUBLE
                  : SqlTypeName.REAL);
      case ArrowType.Decimal d ->
          factory.createTypeWithNullability(
              factory.createSqlType(SqlTypeName.DECIMAL, d.getPrecision(), d.getScale()), true);
      case ArrowType.Utf8 _ -> nullable(SqlTypeName.VARCHAR);
      case ArrowType.Date _ -> nullable(SqlTypeName.DATE);
      case ArrowType.Timestamp t when t.getTimezone() == null -> nullable(SqlTypeName.TIMESTAMP);
      default -> nullable(SqlTypeName.ANY);
    };
  }

  private static SqlTypeName integer(int bits) {
    return switch (bits) {
      case 8 -> SqlTypeName.TINYINT;
      case 16 -> SqlTypeName.SMALLINT;
      case 32 -> SqlTypeName.INTEGER;
      default -> SqlTypeName.BIGINT;
    };
  }

  private RelDataType nullable(SqlTypeName name) {
    return factory.createTypeWithNullability(factory.createSqlType(name), true);
  }
}
