/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.arrow.vector.types.pojo.Field;
import org.insitu.executor.fit.rows.ColumnKind;
import org.insitu.udf.expression.CodePointOrder;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.model.Feature;
import org.insitu.udf.model.Label;

/**
 * What can be said of a training query before its numbers are known; nothing in it is checked.
 *
 * @param fields the feature columns
 * @param values of the categories among them, in order (a label's may follow)
 * @param label of a regression
 */
record RoughProfile(
    List<Field> fields, List<CategoryProfile.Values> values, Optional<Label> label) {

  /** Whether every category's values are known. */
  boolean isPossible(int categoriesMax) {
    return values.stream()
        .limit(fields.stream().filter(field -> !isNumber(field)).count())
        .allMatch(v -> !v.counts().isEmpty() && v.counts().size() <= categoriesMax);
  }

  /** The features; numbers without statistics. */
  List<Feature> features() {
    List<Feature> features = new ArrayList<>();
    int category = 0;
    for (Field field : fields) {
      features.add(isNumber(field) ? number(field) : category(field, values.get(category++)));
    }
    return features;
  }

  /** The numbers alone. */
  RoughProfile ofNumbers() {
    return new RoughProfile(
        fields.stream().filter(RoughProfile::isNumber).toList(), List.of(), label);
  }

  /** A profile with the statistics of some rows. */
  Profile of(NumericProfile numeric) {
    List<ColumnProfile> columns = new ArrayList<>();
    int number = 0;
    int category = 0;
    for (Field field : fields) {
      columns.add(
          isNumber(field)
              ? numeric(field, numeric.columns().get(number++), numeric.rows())
              : category(category(field, values.get(category)), values.get(category++)));
    }
    Optional<LabelProfile> target =
        label.map(
            l -> {
              NumericProfile.Statistics s = numeric.columns().getLast();
              return new LabelProfile.Numeric(l, s.count() == 0 ? 0 : s.mean(), s.deviation());
            });
    return new Profile(numeric.rows(), columns, target, List.of(), 0);
  }

  private static ColumnProfile numeric(Field field, NumericProfile.Statistics s, long rows) {
    var feature =
        new Feature.Numeric(
            field.getName(),
            type(field),
            s.count() == 0 ? 0 : s.mean(),
            s.deviation() == 0 ? 1 : s.deviation());
    return new ColumnProfile.Numeric(feature, rows - s.count(), s.min(), s.max(), s.median());
  }

  private static ColumnProfile category(Feature.Category feature, CategoryProfile.Values values) {
    List<Long> rows =
        feature.levels().stream().map(level -> values.counts().getOrDefault(level, 0L)).toList();
    return new ColumnProfile.Category(feature, values.nulls(), rows);
  }

  private static Feature.Category category(Field field, CategoryProfile.Values values) {
    List<String> levels =
        values.counts().keySet().stream().sorted(CodePointOrder.INSTANCE).toList();
    return new Feature.Category(field.getName(), type(field), levels, values.nulls() > 0);
  }

  private static Feature.Numeric number(Field field) {
    return new Feature.Numeric(field.getName(), type(field), Double.NaN, 1);
  }

  private static ValueType type(Field field) {
    return ColumnKind.valueType(field).orElseThrow();
  }

  private static boolean isNumber(Field field) {
    return ColumnKind.of(field) == ColumnKind.NUMBER;
  }
}
