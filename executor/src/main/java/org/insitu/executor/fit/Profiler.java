/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.arrow.vector.types.pojo.Field;
import org.insitu.executor.fit.rows.ColumnKind;
import org.insitu.executor.fit.rows.RowQuery;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.udf.expression.CodePointOrder;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.model.Feature;
import org.insitu.udf.model.Label;

/**
 * Finds out what a fit must know of its columns, by aggregates where the rows are.
 *
 * <p><b>Errors:</b> NO_FEATURES, COLUMN_TYPE, LABEL_TYPE before anything is read; NO_ROWS,
 * LABEL_NULL, LABEL_NOT_FINITE, LABEL_ONE_CLASS, TOO_MANY_CLASSES, FEATURE_ALL_NULL,
 * FEATURE_NOT_FINITE, TOO_MANY_CATEGORIES after.
 */
public final class Profiler {
  private final ProfileLimits limits;

  public Profiler(ProfileLimits limits) {
    this.limits = limits;
  }

  /** Profiles a query's columns by aggregates; only they leave the warehouse. */
  public Profile profile(ProfileRequest request) {
    return profile(request, Optional.empty());
  }

  /**
   * Profiles a query's columns by rows that are sent here: its numbers, and what goes with them.
   */
  public Profile profile(ProfileRequest request, RowsHere here) {
    return profile(request, Optional.of(here));
  }

  /**
   * The queries that a profile sends.
   *
   * @param aggregates whose answers are small; not those that ask more of what others answered
   * @param rows the one whose rows come here, if any do
   */
  public record Queries(List<String> aggregates, Optional<String> rows) {
    public Queries {
      aggregates = List.copyOf(aggregates);
    }
  }

  /** The queries that a profile by aggregates sends. Nothing is run. */
  public static Queries queries(ProfileRequest request) {
    List<Field> numbers = new ArrayList<>();
    List<Field> categories = new ArrayList<>();
    split(request, numbers, categories);
    List<String> aggregates = new ArrayList<>(counts(request, categories));
    aggregates.add(NumericQuery.first(request.source(), numbers));
    return new Queries(aggregates, Optional.empty());
  }

  /**
   * The queries that a profile by rows sends. Nothing is run.
   *
   * @param whole whether every column is sent here and not the numbers alone
   */
  public static Queries queries(ProfileRequest request, boolean whole) {
    List<Field> numbers = new ArrayList<>();
    List<Field> categories = new ArrayList<>();
    split(request, numbers, categories);
    if (numbers.isEmpty()) {
      return queries(request);
    }
    List<Field> sent = whole ? request.features() : numbers;
    String rows =
        RowQuery.expected(
            request.source(),
            sent.stream().filter(request.features()::contains).toList(),
            request.label().filter(label -> request.purpose() == Purpose.REGRESSION));
    return new Queries(counts(request, categories), Optional.of(rows));
  }

  private static List<String> counts(ProfileRequest request, List<Field> categories) {
    return isByClass(request, categories)
        ? CategoryProfile.queries(
            request.source(), withoutLabel(categories), Optional.of(categories.getLast()))
        : CategoryProfile.queries(request.source(), categories, Optional.empty());
  }

  /** Whether categories, of which there are some beside the label, are counted by class. */
  private static boolean isByClass(ProfileRequest request, List<Field> categories) {
    return request.byClass()
        && request.purpose() == Purpose.CLASSIFICATION
        && categories.size() > 1;
  }

  private static List<Field> withoutLabel(List<Field> categories) {
    return categories.subList(0, categories.size() - 1);
  }

  /** The columns whose statistics and those whose values are asked for, the label last. */
  private static void split(ProfileRequest request, List<Field> numbers, List<Field> categories) {
    for (Field field : request.features()) {
      (ColumnKind.of(field) == ColumnKind.NUMBER ? numbers : categories).add(field);
    }
    request
        .label()
        .ifPresent(
            label -> (request.purpose() == Purpose.REGRESSION ? numbers : categories).add(label));
  }

  private Profile profile(ProfileRequest request, Optional<RowsHere> here) {
    ColumnCheck.check(request.features(), request.label(), request.purpose());
    return new Reading(request, here).profile();
  }

  /** One request's columns by kind, and what the warehouse said of them. */
  private final class Reading {
    private final ProfileRequest request;
    private final Optional<RowsHere> here;
    private final List<Field> numbers = new ArrayList<>();
    private final List<Field> categories = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();

    Reading(ProfileRequest request, Optional<RowsHere> here) {
      this.request = request;
      this.here = here;
      split(request, numbers, categories);
    }

    Profile profile() {
      List<Integer> counts = new ArrayList<>();
      categories.forEach(field -> counts.add(limits.categoriesMax()));
      if (request.purpose() == Purpose.CLASSIFICATION) {
        counts.set(counts.size() - 1, limits.classesMax());
      }
      Optional<ClassCounts> byClass =
          isByClass(request, categories)
              ? ClassCounts.of(
                  request.source(), withoutLabel(categories), categories.getLast(), counts)
              : Optional.empty();
      var values =
          byClass
              .map(ClassCounts::values)
              .orElseGet(() -> CategoryProfile.of(request.source(), categories, counts));
      NumericProfile numeric = numbers(values);
      if (numeric.rows() == 0) {
        throw InsituException.of(ErrorCode.NO_ROWS, "The training query answers with no row.");
      }
      requireFewLevels(values); // first: reading stopped there, of others too little may be known
      Optional<LabelProfile> label = request.label().map(field -> label(field, numeric, values));
      List<ColumnProfile> columns = new ArrayList<>();
      int number = 0;
      int category = 0;
      for (Field field : request.features()) {
        columns.add(
            ColumnKind.of(field) == ColumnKind.NUMBER
                ? numeric(field, numeric.columns().get(number++), numeric.rows())
                : category(field, values.get(category++), numeric.rows()));
      }
      return new Profile(numeric.rows(), columns, label, notices, numeric.bytesMoved(), byClass);
    }

    private void requireFewLevels(List<CategoryProfile.Values> values) {
      for (int i = 0; i < categories.size(); i++) {
        if (values.get(i).counts().size() > limits.categoriesMax()
            && request.features().contains(categories.get(i))) {
          throw InsituException.of(
              ErrorCode.TOO_MANY_CATEGORIES,
              "Column '%s' has more than %d distinct values (allowed: <= %d)."
                  .formatted(
                      categories.get(i).getName(), limits.categoriesMax(), limits.categoriesMax()));
        }
      }
    }

    /** By a pass over the rows where that is wanted and enough, else by the warehouse. */
    private NumericProfile numbers(List<CategoryProfile.Values> values) {
      return here.filter(rows -> !numbers.isEmpty())
          .flatMap(rows -> pass(rows, values))
          .filter(this::isLabelWhole)
          .orElseGet(() -> NumericQuery.of(request.source(), numbers));
    }

    /** Whether no label is missing: the pass does not tell NULL from NaN. */
    private boolean isLabelWhole(NumericProfile found) {
      return request.purpose() != Purpose.REGRESSION
          || found.columns().getLast().count() == found.rows();
    }

    private Optional<NumericProfile> pass(RowsHere rows, List<CategoryProfile.Values> values) {
      Optional<Label> target =
          request
              .label()
              .filter(field -> request.purpose() == Purpose.REGRESSION)
              .map(field -> new Label(field.getName(), type(field), List.of()));
      RoughProfile rough = new RoughProfile(request.features(), values, target);
      boolean whole = rows.wantsAllColumns() && rough.isPossible(limits.categoriesMax());
      RoughProfile known = whole ? rough : rough.ofNumbers();
      return rows.pass(whole).run(request.source(), known.features(), target, known::of);
    }

    private ColumnProfile numeric(Field field, NumericProfile.Statistics s, long rows) {
      if (s.infinities() > 0) {
        throw InsituException.of(
            ErrorCode.FEATURE_NOT_FINITE,
            "Column '%s' is infinite in %d of %d rows; a feature must be finite or missing."
                .formatted(field.getName(), s.infinities(), rows));
      }
      if (s.count() == 0) {
        throw allNull(field, rows);
      }
      if (!Double.isFinite(s.mean()) || !Double.isFinite(s.deviation())) {
        throw InsituException.of(
                ErrorCode.FEATURE_NOT_FINITE,
                "Column '%s' has values from %s to %s: their mean or deviation overflows a DOUBLE."
                    .formatted(field.getName(), s.min(), s.max()))
            .hint("Divide the column by its size.");
      }
      boolean constant = s.deviation() == 0;
      if (constant) {
        notices.add("Column '%s' is %s in every row.".formatted(field.getName(), s.mean()));
      }
      var feature =
          new Feature.Numeric(field.getName(), type(field), s.mean(), constant ? 1 : s.deviation());
      return new ColumnProfile.Numeric(feature, rows - s.count(), s.min(), s.max(), s.median());
    }

    private ColumnProfile category(Field field, CategoryProfile.Values values, long rows) {
      if (values.counts().isEmpty()) {
        throw allNull(field, rows);
      }
      List<String> levels = sorted(values.counts(), CodePointOrder.INSTANCE);
      if (levels.size() == 1 && values.nulls() == 0) {
        notices.add("Column '%s' is '%s' in every row.".formatted(field.getName(), levels.get(0)));
      }
      var feature = new Feature.Category(field.getName(), type(field), levels, values.nulls() > 0);
      return new ColumnProfile.Category(feature, values.nulls(), rows(values.counts(), levels));
    }

    private LabelProfile label(
        Field field, NumericProfile numeric, List<CategoryProfile.Values> values) {
      if (request.purpose() == Purpose.REGRESSION) {
        NumericProfile.Statistics s = numeric.columns().getLast();
        requireNotNull(field, numeric.rows() - s.count() - s.nans() - s.infinities(), numeric);
        requireFinite(field, s.nans() + s.infinities(), numeric);
        return new LabelProfile.Numeric(
            new Label(field.getName(), type(field), List.of()), s.mean(), s.deviation());
      }
      CategoryProfile.Values classes = values.getLast();
      requireNotNull(field, classes.nulls(), numeric);
      requireFinite(field, Classes.notFinite(classes.counts(), type(field)), numeric);
      if (classes.counts().size() > limits.classesMax()) {
        throw InsituException.of(
            ErrorCode.TOO_MANY_CLASSES,
            "The label '%s' has more than %d classes (allowed: <= %d)."
                .formatted(field.getName(), limits.classesMax(), limits.classesMax()));
      }
      if (classes.counts().size() < 2) {
        throw InsituException.of(
            ErrorCode.LABEL_ONE_CLASS,
            "The label '%s' is '%s' in all %d rows (expected: two classes or more)."
                .formatted(
                    field.getName(), classes.counts().keySet().iterator().next(), numeric.rows()));
      }
      List<String> names = sorted(classes.counts(), Classes.order(type(field)));
      return new LabelProfile.Classes(
          new Label(field.getName(), type(field), names), rows(classes.counts(), names));
    }
  }

  private static void requireNotNull(Field label, long nulls, NumericProfile numeric) {
    if (nulls > 0) {
      throw InsituException.of(
          ErrorCode.LABEL_NULL,
          "The label '%s' is NULL in %d of %d rows (expected: none)."
              .formatted(label.getName(), nulls, numeric.rows()));
    }
  }

  private static void requireFinite(Field label, long odd, NumericProfile numeric) {
    if (odd > 0) {
      throw InsituException.of(
          ErrorCode.LABEL_NOT_FINITE,
          "The label '%s' is NaN or infinite in %d of %d rows (expected: none)."
              .formatted(label.getName(), odd, numeric.rows()));
    }
  }

  private static InsituException allNull(Field field, long rows) {
    return InsituException.of(
        ErrorCode.FEATURE_ALL_NULL,
        "Column '%s' is NULL in all %d rows.".formatted(field.getName(), rows));
  }

  private static ValueType type(Field field) {
    return ColumnKind.valueType(field).orElseThrow();
  }

  private static List<String> sorted(Map<String, Long> counts, Comparator<String> order) {
    return counts.keySet().stream().sorted(order).toList();
  }

  private static List<Long> rows(Map<String, Long> counts, List<String> names) {
    return names.stream().map(name -> counts.getOrDefault(name, 0L)).toList();
  }
}
