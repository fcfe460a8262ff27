/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit;

import java.util.List;
import java.util.Optional;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.insitu.executor.fit.rows.ColumnKind;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.planner.bind.SqlTypeNames;
import org.insitu.udf.expression.ValueType;

/** Refuses columns of types that no model takes, naming what makes one of them usable. */
public final class ColumnCheck {
  private ColumnCheck() {}

  /**
   * Checks the columns of a fit.
   *
   * @throws InsituException NO_FEATURES, COLUMN_TYPE or LABEL_TYPE
   */
  public static void check(List<Field> features, Optional<Field> label, Purpose purpose) {
    if (features.isEmpty()) {
      throw InsituException.of(
          ErrorCode.NO_FEATURES, "The training query has no column but the label.");
    }
    features(features);
    label.ifPresent(field -> label(field, purpose));
  }

  private static void features(List<Field> fields) {
    for (Field field : fields) {
      if (ColumnKind.of(field) == ColumnKind.OTHER) {
        throw InsituException.of(
                ErrorCode.COLUMN_TYPE,
                "Column '%s' has type %s (allowed: numbers, text, BOOLEAN, DATE, ENUM)."
                    .formatted(field.getName(), SqlTypeNames.of(field)))
            .hint(remedy(field));
      }
    }
  }

  private static void label(Field field, Purpose purpose) {
    ColumnKind kind = ColumnKind.of(field);
    if (purpose == Purpose.REGRESSION && kind != ColumnKind.NUMBER) {
      throw InsituException.of(
          ErrorCode.LABEL_TYPE,
          "The label '%s' has type %s (allowed for regression: numbers)."
              .formatted(field.getName(), SqlTypeNames.of(field)));
    }
    if (purpose == Purpose.CLASSIFICATION
        && ColumnKind.valueType(field).filter(ValueType.DOUBLE::equals).isPresent()) {
      throw InsituException.of(
              ErrorCode.LABEL_TYPE,
              "The label '%s' has type %s (allowed for classification: BIGINT and smaller, text, BOOLEAN, DATE, ENUM)."
                  .formatted(field.getName(), SqlTypeNames.of(field)))
          .hint(
              "CAST(%1$s AS BIGINT) AS %1$s makes classes of whole numbers."
                  .formatted(field.getName()));
    }
    if (kind == ColumnKind.OTHER) {
      throw InsituException.of(
              ErrorCode.LABEL_TYPE,
              "The label '%s' has type %s (allowed: numbers, text, BOOLEAN, DATE, ENUM)."
                  .formatted(field.getName(), SqlTypeNames.of(field)))
          .hint(remedy(field));
    }
  }

  private static String remedy(Field field) {
    String name = field.getName();
    return switch (field.getType()) {
      case ArrowType.Timestamp type ->
          "CAST(%s AS DATE) makes it a category, epoch(%s) a number.".formatted(name, name);
      case ArrowType.Time type -> "extract(hour FROM %s) makes it a number.".formatted(name);
      case ArrowType.Interval type -> "epoch(%s) makes it a number.".formatted(name);
      case ArrowType.Struct type -> "Select its fields as columns: %s.field.".formatted(name);
      case ArrowType.List type -> "Select its elements as columns: %s[1].".formatted(name);
      case ArrowType.FixedSizeList type -> "Select its elements as columns: %s[1].".formatted(name);
      default -> "Leave it out, or CAST(%s AS VARCHAR) if it is a category.".formatted(name);
    };
  }
}
