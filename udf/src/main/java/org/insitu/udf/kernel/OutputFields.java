/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.insitu.udf.expression.Expression;
import org.insitu.udf.expression.ValueType;

/** The Arrow types of values. */
public final class OutputFields {
  private OutputFields() {}

  /** The field that holds an expression's values; all are nullable. */
  public static Field field(String name, Expression expression) {
    if (!(expression instanceof Expression.StructList list)) {
      return Field.nullable(name, type(expression.type()));
    }
    List<Field> members = new ArrayList<>();
    for (int i = 0; i < list.fields().size(); i++) {
      members.add(Field.nullable(list.fields().get(i), type(list.rows().getFirst().get(i).type())));
    }
    FieldType struct = FieldType.nullable(ArrowType.Struct.INSTANCE);
    FieldType all = FieldType.nullable(ArrowType.List.INSTANCE);
    return new Field(name, all, List.of(new Field("item", struct, members)));
  }

  /** The Arrow type of a scalar. */
  public static ArrowType type(ValueType type) {
    return switch (type) {
      case BOOLEAN -> ArrowType.Bool.INSTANCE;
      case BIGINT -> new ArrowType.Int(Long.SIZE, true);
      case FLOAT -> new ArrowType.FloatingPoint(FloatingPointPrecision.SINGLE);
      case DOUBLE -> new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
      case VARCHAR -> ArrowType.Utf8.INSTANCE;
      case DATE -> new ArrowType.Date(DateUnit.DAY);
      case TIMESTAMP -> new ArrowType.Timestamp(TimeUnit.MICROSECOND, null);
      case DOUBLE_LIST, STRUCT_LIST ->
          throw new IllegalArgumentException("type: " + type + " is no scalar");
    };
  }
}
