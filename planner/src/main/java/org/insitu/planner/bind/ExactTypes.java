/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.bind;

import java.util.Optional;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.insitu.udf.expression.ValueType;

/** Which columns hold exactly a value type, so that reading them needs no conversion. */
final class ExactTypes {
  private ExactTypes() {}

  static Optional<ValueType> of(Field field) {
    if (field.getDictionary() != null) {
      return Optional.empty();
    }
    return switch (field.getType()) {
      case ArrowType.Bool b -> Optional.of(ValueType.BOOLEAN);
      case ArrowType.Int i when i.getBitWidth() == 64 && i.getIsSigned() ->
          Optional.of(ValueType.BIGINT);
      case ArrowType.FloatingPoint f when f.getPrecision() == FloatingPointPrecision.DOUBLE ->
          Optional.of(ValueType.DOUBLE);
      case ArrowType.FloatingPoint f when f.getPrecision() == FloatingPointPrecision.SINGLE ->
          Optional.of(ValueType.FLOAT);
      case ArrowType.Utf8 u -> Optional.of(ValueType.VARCHAR);
      case ArrowType.Date d -> Optional.of(ValueType.DATE);
      default -> Optional.empty();
    };
  }
}
