/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.arrow.vector.types.pojo.Field;
import org.insitu.executor.fit.rows.ColumnKind;
import org.insitu.executor.fit.rows.Source;
import org.insitu.executor.warehouse.Scalars;
import org.insitu.parser.error.Position;
import org.insitu.planner.bind.Columns;
import org.insitu.planner.table.Table;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.transform.Transformation;
import org.jspecify.annotations.Nullable;

/**
 * ML.FEATURE_INFO of a model that transforms: the raw columns, as the rows of the table that {@link
 * FeatureInfo} makes of features. A column that is a feature as it is was profiled with the
 * features; the others are asked for in one query of aggregates over the training rows.
 *
 * <p>Numbers are described by their finite values, and NaN counts as missing. Of a column that is
 * neither number nor category, such as a list or a TIMESTAMP, only the NULLs are counted.
 *
 * <p><b>Source:</b> BigQuery ML, ML.FEATURE_INFO: "information about the input features before
 * TRANSFORM".
 */
final class InputStatistics {
  /** The columns min, max, mean, median, stddev, which follow the name. */
  private static final int NUMBERS = 5;

  /** From here on squares overflow, and the warehouse raises an error: no deviation is answered. */
  private static final String SQUARE_MAX = "1e150";

  private final Transformation transformation;
  private final Source source;
  private final List<Asked> asked = new ArrayList<>();

  /** A column that no feature is. */
  private record Asked(String name, ColumnKind kind) {}

  /**
   * @param raw the columns of the training query
   * @param source the training rows before they are transformed
   * @param learns whether there are features that are profiled
   */
  InputStatistics(Transformation transformation, Columns raw, Source source, boolean learns) {
    this.transformation = transformation;
    this.source = source;
    for (Transformation.Input input : transformation.inputs()) {
      Optional<Field> field = raw.find(input.name(), Position.NONE);
      boolean profiled = learns && transformation.untouched(input, source.dialect()).isPresent();
      if (field.isPresent() && !profiled) {
        asked.add(new Asked(input.name(), ColumnKind.of(field.get())));
      }
    }
  }

  /** The query; empty where every raw column is a feature. */
  Optional<String> query() {
    List<String> aggregates = new ArrayList<>(List.of("count(*)"));
    for (Asked column : asked) {
      String x = source.column(column.name());
      switch (column.kind()) {
        case NUMBER -> aggregates.addAll(ofNumber(x));
        case CATEGORY ->
            aggregates.addAll(List.of("count(%s)".formatted(x), "count(DISTINCT %s)".formatted(x)));
        case OTHER -> aggregates.add("count(%s)".formatted(x));
      }
    }
    return asked.isEmpty() ? Optional.empty() : Optional.of(source.select(aggregates));
  }

  private List<String> ofNumber(String x) {
    String number = "CAST(%s AS %s)".formatted(x, source.dialect().type(ValueType.DOUBLE));
    String present = "count(CASE WHEN NOT %s THEN 1 END)".formatted(source.dialect().isNaN(number));
    List<String> aggregates = new ArrayList<>(List.of(present));
    for (String aggregate : List.of("min", "max", "avg", "median")) {
      aggregates.add("%1$s(CASE WHEN isfinite(%2$s) THEN %2$s END)".formatted(aggregate, number));
    }
    aggregates.add(
        """
        CASE WHEN count(CASE WHEN isfinite(%1$s) AND abs(%1$s) >= %2$s THEN 1 END) = 0
          THEN stddev_samp(CASE WHEN abs(%1$s) < %2$s THEN %1$s END) END\
        """
            .formatted(number, SQUARE_MAX));
    return aggregates;
  }

  /**
   * Asks the warehouse.
   *
   * @param features the table of what the model learns of, which may be empty
   * @return the same of the raw columns
   */
  Table table(Table features) {
    Map<String, List<@Nullable Object>> found = answers();
    Map<String, List<@Nullable Object>> known = new HashMap<>();
    features.rows().forEach(row -> known.put(String.valueOf(row.getFirst()), row));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Transformation.Input input : transformation.inputs()) {
      List<@Nullable Object> row = found.get(input.name());
      if (row == null) {
        String feature = transformation.untouched(input, source.dialect()).orElse(input.name());
        List<@Nullable Object> profiled = known.get(feature);
        if (profiled == null) {
          continue; // it weighs or splits rows, and is no feature
        }
        row = new ArrayList<>(profiled);
        row.set(0, input.name());
      }
      rows.add(row);
    }
    return new Table(FeatureInfo.COLUMNS, rows);
  }

  private Map<String, List<@Nullable Object>> answers() {
    Map<String, List<@Nullable Object>> answers = new HashMap<>();
    if (query().isEmpty()) {
      return answers;
    }
    Iterator<@Nullable Object> values =
        Scalars.rows(source.connection(), query().get()).getFirst().iterator();
    long rows = count(values);
    for (Asked column : asked) {
      answers.put(column.name(), row(column, rows - count(values), values));
    }
    return answers;
  }

  private static long count(Iterator<@Nullable Object> values) {
    return values.next() instanceof Number number ? number.longValue() : 0;
  }

  private static List<@Nullable Object> row(
      Asked column, long missing, Iterator<@Nullable Object> values) {
    @Nullable Object[] row = new @Nullable Object[FeatureInfo.COLUMNS.size()];
    row[0] = column.name();
    switch (column.kind()) {
      case NUMBER -> {
        for (int i = 1; i <= NUMBERS; i++) {
          row[i] = values.next();
        }
      }
      case CATEGORY -> row[NUMBERS + 1] = count(values);
      case OTHER -> {
        // Nothing else is known of it.
      }
    }
    row[NUMBERS + 2] = missing;
    return Arrays.asList(row);
  }
}
