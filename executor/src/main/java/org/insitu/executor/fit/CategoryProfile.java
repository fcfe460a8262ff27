/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Field;
import org.insitu.executor.fit.rows.Source;
import org.insitu.executor.warehouse.Answer;
import org.insitu.udf.expression.ValueType;

/** The distinct values of columns with their counts, by one grouped query over grouping sets. */
final class CategoryProfile {
  /** Columns of one query; some warehouses number grouping sets in 32 bits. */
  private static final int COLUMNS_MAX = 30;

  private CategoryProfile() {}

  /**
   * The values of one column.
   *
   * @param counts rows by value, in no particular order; at most one value more than the limit
   * @param nulls rows where it is NULL
   */
  record Values(Map<String, Long> counts, long nulls) {}

  /**
   * Counts the values of each column.
   *
   * @param limits per column; reading stops as soon as one is exceeded
   */
  static List<Values> of(Source source, List<Field> columns, List<Integer> limits) {
    List<Values> result = new ArrayList<>();
    int from = 0;
    for (List<Field> some : batches(columns)) {
      int to = from + some.size();
      result.addAll(query(source, some, limits.subList(from, to)));
      from = to;
    }
    return result;
  }

  /**
   * The queries that {@link #of} sends.
   *
   * @param label whose values rows are counted by as well: those of {@link ClassCounts}
   */
  static List<String> queries(Source source, List<Field> columns, Optional<Field> label) {
    return batches(columns).stream().map(some -> text(source, some, label)).toList();
  }

  /** The columns of one query each. */
  static List<List<Field>> batches(List<Field> columns) {
    List<List<Field>> batches = new ArrayList<>();
    for (int from = 0; from < columns.size(); from += COLUMNS_MAX) {
      batches.add(columns.subList(from, Math.min(columns.size(), from + COLUMNS_MAX)));
    }
    return batches;
  }

  private static List<Values> query(Source source, List<Field> columns, List<Integer> limits) {
    int n = columns.size();
    List<Map<String, Long>> counts = new ArrayList<>();
    long[] nulls = new long[n];
    columns.forEach(column -> counts.add(new LinkedHashMap<>()));
    try (Answer answer =
        source.connection().execute(text(source, columns, Optional.empty()), List.of())) {
      while (answer.next()) {
        VectorSchemaRoot batch = answer.batch();
        for (int row = 0; row < batch.getRowCount(); row++) {
          int column = groupedColumn(batch, row, n);
          FieldVector value = batch.getVector(n + column);
          long count = ((Number) batch.getVector(2 * n).getObject(row)).longValue();
          if (value.isNull(row)) {
            nulls[column] = count;
          } else {
            counts.get(column).put(String.valueOf(value.getObject(row)), count);
            if (counts.get(column).size() > limits.get(column)) {
              return values(counts, nulls);
            }
          }
        }
      }
    }
    return values(counts, nulls);
  }

  private static List<Values> values(List<Map<String, Long>> counts, long[] nulls) {
    List<Values> result = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      result.add(new Values(counts.get(i), nulls[i]));
    }
    return result;
  }

  /**
   * The columns: GROUPING of each (0 for the one a row is about), its text, the label's text where
   * there is one, the count.
   */
  static String text(Source source, List<Field> columns, Optional<Field> label) {
    List<String> names = columns.stream().map(c -> source.column(c.getName())).toList();
    Optional<String> labelName = label.map(field -> source.column(field.getName()));
    String text = source.dialect().type(ValueType.VARCHAR);
    List<String> selected = new ArrayList<>();
    names.forEach(name -> selected.add("GROUPING(" + name + ")"));
    names.forEach(name -> selected.add("CAST(" + name + " AS " + text + ")"));
    labelName.ifPresent(name -> selected.add("CAST(" + name + " AS " + text + ")"));
    selected.add("count(*)");
    String with = labelName.map(name -> name + ", ").orElse("");
    return names.stream()
        .map(name -> "(" + with + name + ")")
        .collect(
            Collectors.joining(", ", source.select(selected) + " GROUP BY GROUPING SETS (", ")"));
  }

  /** The column that a row of an answer is about: the first columns are GROUPING of each. */
  static int groupedColumn(VectorSchemaRoot batch, int row, int columns) {
    for (int i = 0; i < columns; i++) {
      if (((Number) batch.getVector(i).getObject(row)).intValue() == 0) {
        return i;
      }
    }
    throw new IllegalStateException("a grouping set of no column");
  }
}
