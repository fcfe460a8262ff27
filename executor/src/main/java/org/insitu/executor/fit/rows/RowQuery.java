/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.model.Feature;
import org.insitu.udf.model.Label;

/**
 * The query that sends the training rows up: the features in order, then the label, each in a type
 * that {@link BlockReader} takes. Nothing is widened that need not be: a FLOAT travels as four
 * bytes.
 */
public final class RowQuery {
  private RowQuery() {}

  /**
   * The query as it will be, before levels and classes are known.
   *
   * @param features of kinds that a model takes
   */
  public static String expected(Source source, List<Field> features, Optional<Field> label) {
    List<Field> columns = new ArrayList<>(features);
    label.ifPresent(columns::add);
    return of(
        source,
        new Schema(columns),
        features.stream().map(RowQuery::unprofiled).toList(),
        label.map(field -> new Label(field.getName(), type(field), someClasses(field))));
  }

  private static Feature unprofiled(Field field) {
    return ColumnKind.of(field) == ColumnKind.NUMBER
        ? new Feature.Numeric(field.getName(), type(field), Double.NaN, 1)
        : new Feature.Category(field.getName(), type(field), List.of(), false);
  }

  /** Numbers travel as such, whether classes or not; so the classes of others are what matters. */
  private static List<String> someClasses(Field field) {
    return switch (type(field)) {
      case BIGINT, DOUBLE, FLOAT -> List.of();
      case BOOLEAN, VARCHAR, DATE, TIMESTAMP, DOUBLE_LIST, STRUCT_LIST -> List.of("a class");
    };
  }

  private static ValueType type(Field field) {
    return ColumnKind.valueType(field).orElseThrow();
  }

  static String of(Source source, List<Feature> features, Optional<Label> label) {
    return of(source, source.describe(), features, label);
  }

  private static String of(
      Source source, Schema columns, List<Feature> features, Optional<Label> label) {
    List<String> selected = new ArrayList<>();
    for (Feature feature : features) {
      Field field = column(columns, feature.name());
      selected.add(
          switch (feature) {
            case Feature.Numeric numeric -> number(source, field);
            case Feature.Category category -> text(source, field, category.type());
          });
    }
    label.ifPresent(
        target -> {
          Field field = column(columns, target.name());
          selected.add(
              readsLabelAsNumber(target)
                  ? number(source, field)
                  : text(source, field, target.type()));
        });
    return source.select(selected);
  }

  /** Whether the label travels as a number: a regression's, or classes that are whole numbers. */
  static boolean readsLabelAsNumber(Label label) {
    return label.classes().isEmpty()
        || (label.type() == ValueType.BIGINT
            && label.classes().stream().allMatch(RowQuery::isExactAsDouble));
  }

  private static boolean isExactAsDouble(String whole) {
    long value = Long.parseLong(whole);
    return (long) (double) value == value && value != Long.MAX_VALUE;
  }

  private static Field column(Schema columns, String name) {
    return columns.getFields().stream()
        .collect(Collectors.toMap(Field::getName, Function.identity(), (first, second) -> first))
        .computeIfAbsent(
            name,
            missing -> {
              throw InsituException.of(
                  ErrorCode.COLUMN_NOT_FOUND, "The training query has no column '" + name + "'.");
            });
  }

  private static String number(Source source, Field field) {
    String name = source.column(field.getName());
    return ColumnKind.isReadAsIs(field)
        ? name
        : "CAST(" + name + " AS " + source.dialect().type(ValueType.DOUBLE) + ")";
  }

  private static String text(Source source, Field field, ValueType type) {
    String name = source.column(field.getName());
    return type == ValueType.BOOLEAN
        ? name
        : "CAST(" + name + " AS " + source.dialect().type(ValueType.VARCHAR) + ")";
  }
}
