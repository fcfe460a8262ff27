/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.bind;

import java.util.List;
import java.util.Optional;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.error.Position;
import org.insitu.parser.text.Nearest;
import org.insitu.planner.catalog.ModelVersion;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.model.Feature;
import org.insitu.udf.transform.Transformation;

/** Checks that a query has what a model needs, before any row is read. */
public final class FeatureBinding {
  private FeatureBinding() {}

  /**
   * Binds every feature by name.
   *
   * @throws InsituException COLUMN_NOT_FOUND, COLUMN_AMBIGUOUS or COLUMN_TYPE, at the call
   */
  public static void check(ModelVersion version, Columns columns, Position position) {
    if (version.transformation().isPresent()) {
      version.transformation().get().inputs().forEach(i -> check(version, i, columns, position));
      return;
    }
    for (Feature feature : version.function().features()) {
      Field field =
          columns
              .find(feature.name(), position)
              .orElseThrow(
                  () ->
                      missing(
                          version.model(),
                          feature.name(),
                          " (%s)".formatted(feature.type()),
                          columns,
                          position));
      if (!fits(feature, field)) {
        throw wrongType(version.model(), feature, field, position);
      }
    }
  }

  /** A raw column of a model that transforms; of another kind it may be what was never meant. */
  private static void check(
      ModelVersion version, Transformation.Input input, Columns columns, Position position) {
    Field field =
        columns
            .find(input.name(), position)
            .orElseThrow(() -> missing(version.model(), input.name(), "", columns, position));
    Optional<ValueType> type = Columns.valueType(field);
    boolean other =
        input.type().isPresent()
            && type.isPresent()
            && isNumber(input.type().get()) != isNumber(type.get());
    if (other) {
      throw InsituException.of(
              ErrorCode.COLUMN_TYPE,
              "Model '%s' was trained with column '%s' as %s; the query has %s."
                  .formatted(
                      version.model(), input.name(), input.type().get(), SqlTypeNames.of(field)))
          .hint("Cast it in the query.")
          .at(position);
    }
  }

  private static boolean isNumber(ValueType type) {
    return type == ValueType.BIGINT || type == ValueType.DOUBLE || type == ValueType.FLOAT;
  }

  private static InsituException missing(
      String model, String wanted, String type, Columns columns, Position position) {
    List<String> names = columns.names();
    return InsituException.of(
            ErrorCode.COLUMN_NOT_FOUND,
            "Model '%s' needs column '%s'%s; the query has %s."
                .formatted(model, wanted, type, listed(names)))
        .hint(
            Nearest.to(wanted, names)
                .map(
                    near -> "Did you mean '%s'? Rename it: %s AS %s.".formatted(near, near, wanted))
                .orElse("Add a column named '%s' to the query.".formatted(wanted)))
        .at(position);
  }

  private static boolean fits(Feature feature, Field field) {
    if (field.getType() instanceof ArrowType.Null) {
      return true; // SELECT NULL AS x: a missing value in every row
    }
    Optional<ValueType> type = Columns.valueType(field);
    return type.isPresent()
        && switch (feature) {
          case Feature.Numeric n ->
              type.get() == ValueType.BIGINT || type.get() == ValueType.DOUBLE;
          case Feature.Category c -> type.get() == c.type();
        };
  }

  private static InsituException wrongType(
      String model, Feature feature, Field field, Position position) {
    String wanted = feature instanceof Feature.Numeric ? "a number" : feature.type().name();
    return InsituException.of(
            ErrorCode.COLUMN_TYPE,
            "Model '%s' was trained with column '%s' as %s; the query has %s."
                .formatted(model, feature.name(), wanted, SqlTypeNames.of(field)))
        .hint(
            "Cast it in the query: CAST(%s AS %s) AS %s."
                .formatted(
                    field.getName(),
                    feature instanceof Feature.Numeric ? "DOUBLE" : feature.type().name(),
                    feature.name()))
        .at(position);
  }

  /** A list for a message: the first ten names, and how many more. */
  public static String listed(List<String> names) {
    int shown = Math.min(names.size(), 10);
    String text = String.join(", ", names.subList(0, shown));
    return names.size() > shown ? text + " and %d more".formatted(names.size() - shown) : text;
  }
}
