/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Field;
import org.insitu.executor.fit.rows.Source;
import org.insitu.executor.warehouse.Answer;
import org.jspecify.annotations.Nullable;

/**
 * The rows of each class that have a value, for every category: what naive Bayes learns of
 * categories, and their sums over the classes are what a profile wants to know of the categories
 * and of the label. One grouped query over grouping sets of the label and each category takes as
 * long as one without the label.
 */
public final class ClassCounts {
  /** Per category: the rows of a class by the category's text, null for NULL. */
  private final List<Map<Cell, Long>> cells = new ArrayList<>();

  private ClassCounts(int categories) {
    for (int c = 0; c < categories; c++) {
      cells.add(new HashMap<>());
    }
  }

  private record Cell(@Nullable String label, @Nullable String level) {}

  /** How many rows of a class, by its text, have a level of a category, or NULL in it. */
  public long rows(int category, String label, @Nullable String level) {
    return cells.get(category).getOrDefault(new Cell(label, level), 0L);
  }

  /** Counts, whatever there are. */
  public static ClassCounts of(Source source, List<Field> categories, Field label) {
    List<Integer> none = Collections.nCopies(categories.size() + 1, Integer.MAX_VALUE);
    return of(source, categories, label, none).orElseThrow();
  }

  /**
   * Counts.
   *
   * @param limits of distinct values, per category, then of the label
   * @return empty where a limit is exceeded: then nobody has a use for the classes
   */
  static Optional<ClassCounts> of(
      Source source, List<Field> categories, Field label, List<Integer> limits) {
    ClassCounts counts = new ClassCounts(categories.size());
    int from = 0;
    for (List<Field> some : CategoryProfile.batches(categories)) {
      if (!counts.count(source, some, label, from, limits)) {
        return Optional.empty();
      }
      from += some.size();
    }
    return Optional.of(counts);
  }

  /** The values of each category, then those of the label. */
  List<CategoryProfile.Values> values() {
    List<CategoryProfile.Values> values = new ArrayList<>();
    cells.forEach(counts -> values.add(values(counts, Cell::level)));
    values.add(values(cells.getFirst(), Cell::label));
    return values;
  }

  private static CategoryProfile.Values values(
      Map<Cell, Long> counts, Function<Cell, @Nullable String> of) {
    Map<String, Long> rows = new LinkedHashMap<>();
    long nulls = 0;
    for (Map.Entry<Cell, Long> cell : counts.entrySet()) {
      String text = of.apply(cell.getKey());
      if (text == null) {
        nulls += cell.getValue();
      } else {
        rows.merge(text, cell.getValue(), Long::sum);
      }
    }
    return new CategoryProfile.Values(rows, nulls);
  }

  private boolean count(
      Source source, List<Field> columns, Field label, int first, List<Integer> limits) {
    int n = columns.size();
    List<DistinctTexts> levels = new ArrayList<>();
    for (int c = 0; c < n; c++) {
      levels.add(new DistinctTexts(limits.get(first + c)));
    }
    DistinctTexts classes = new DistinctTexts(limits.getLast());
    String sql = CategoryProfile.text(source, columns, Optional.of(label));
    try (Answer answer = source.connection().execute(sql, List.of())) {
      while (answer.next()) {
        VectorSchemaRoot batch = answer.batch();
        for (int row = 0; row < batch.getRowCount(); row++) {
          int column = CategoryProfile.groupedColumn(batch, row, n);
          String level = value(batch.getVector(n + column), row);
          String seen = value(batch.getVector(2 * n), row);
          if (!levels.get(column).add(level) || !classes.add(seen)) {
            return false;
          }
          long count = ((Number) batch.getVector(2 * n + 1).getObject(row)).longValue();
          cells.get(first + column).merge(new Cell(seen, level), count, Long::sum);
        }
      }
    }
    return true;
  }

  private static @Nullable String value(FieldVector vector, int row) {
    return vector.isNull(row) ? null : Objects.toString(vector.getObject(row));
  }

  /** The texts met so far, NULL not counted. */
  private static final class DistinctTexts {
    private final Set<String> met = new HashSet<>();
    private final int max;

    DistinctTexts(int max) {
      this.max = max;
    }

    /** False when it is one too many. */
    boolean add(@Nullable String text) {
      return text == null || !met.add(text) || met.size() <= max;
    }
  }
}
