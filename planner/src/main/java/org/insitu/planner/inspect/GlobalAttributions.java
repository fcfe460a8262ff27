/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.option.MlFunction;
import org.insitu.planner.catalog.ModelVersion;
import org.insitu.planner.table.ColumnType;
import org.insitu.planner.table.Table;
import org.insitu.udf.model.ClassColumns;
import org.insitu.udf.model.Label;
import org.jspecify.annotations.Nullable;

/**
 * ML.GLOBAL_EXPLAIN: the mean magnitude of each feature's attributions over the evaluation rows.
 *
 * <p><b>Shape:</b> {@code feature VARCHAR, attribution DOUBLE}, greatest first, features that are
 * equal in training order. By class: the label's column first, of its type, in the order of the
 * classes, and of each the {@value #OF_CLASS_MAX} features with the greatest attributions over the
 * rows predicted as that class.
 */
public final class GlobalAttributions {
  private static final int OF_CLASS_MAX = 10;
  private static final Table.Column FEATURE = new Table.Column("feature", ColumnType.VARCHAR);
  private static final Table.Column ATTRIBUTION =
      new Table.Column("attribution", ColumnType.DOUBLE);

  private GlobalAttributions() {}

  /** One line of the fact: the rows of all classes have no class. */
  private record Line(@Nullable String category, String feature, double attribution) {}

  /**
   * What a fit keeps.
   *
   * @param sums one list per class, of {@code AttributionQuery}: class, rows, sums per feature
   */
  public static Table fact(
      List<String> features, List<String> classes, List<List<@Nullable Object>> sums) {
    List<List<@Nullable Object>> lines = new ArrayList<>();
    double[] all = new double[features.size()];
    long rows = 0;
    for (List<@Nullable Object> ofClass : sums) {
      long count = number(ofClass, 1).longValue();
      rows += count;
      for (int i = 0; i < all.length; i++) {
        double sum = number(ofClass, 2 + i).doubleValue();
        all[i] += sum;
        if (!classes.isEmpty()) {
          String category = classes.get(number(ofClass, 0).intValue());
          lines.add(Arrays.asList(category, features.get(i), sum / count));
        }
      }
    }
    for (int i = 0; i < all.length && rows > 0; i++) {
      lines.add(Arrays.asList(null, features.get(i), all[i] / rows));
    }
    return new Table(
        List.of(new Table.Column("class", ColumnType.VARCHAR), FEATURE, ATTRIBUTION), lines);
  }

  private static Number number(List<@Nullable Object> row, int at) {
    return (Number) Objects.requireNonNull(row.get(at));
  }

  /**
   * What is answered.
   *
   * @throws InsituException FUNCTION_NOT_APPLICABLE when the fit was not asked for it,
   *     OPTION_NOT_APPLICABLE for the classes of a regression
   */
  public static Table of(ModelVersion version, boolean byClass) {
    Table fact = version.facts().get(MlFunction.GLOBAL_EXPLAIN.name());
    if (fact == null) {
      throw InsituException.of(
              ErrorCode.FUNCTION_NOT_APPLICABLE,
              "ML.GLOBAL_EXPLAIN needs a model trained with ENABLE_GLOBAL_EXPLAIN = TRUE; model '%s'"
                      .formatted(version.model())
                  + " was not.")
          .hint("CREATE OR REPLACE MODEL with OPTIONS (ENABLE_GLOBAL_EXPLAIN = TRUE, ...).");
    }
    List<Line> lines = lines(fact);
    if (!byClass) {
      return new Table(
          List.of(FEATURE, ATTRIBUTION),
          lines.stream()
              .filter(line -> line.category() == null)
              .sorted(Comparator.comparingDouble(Line::attribution).reversed())
              .map(line -> Arrays.<@Nullable Object>asList(line.feature(), line.attribution()))
              .toList());
    }
    Label label =
        version
            .function()
            .label()
            .filter(known -> !known.classes().isEmpty())
            .orElseThrow(
                () ->
                    InsituException.of(
                        ErrorCode.OPTION_NOT_APPLICABLE,
                        "Option 'class_level_explain' is for classifiers; model '%s' is a %s."
                            .formatted(version.model(), version.modelType())));
    return byClass(lines, label);
  }

  private static Table byClass(List<Line> lines, Label label) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (String category : label.classes()) {
      lines.stream()
          .filter(line -> category.equals(line.category()))
          .sorted(Comparator.comparingDouble(Line::attribution).reversed())
          .limit(OF_CLASS_MAX)
          .forEach(
              line ->
                  rows.add(
                      Arrays.asList(
                          ClassColumns.literal(category, label.type()).value(),
                          line.feature(),
                          line.attribution())));
    }
    return new Table(
        List.of(
            new Table.Column(label.name(), new ColumnType.Scalar(label.type())),
            FEATURE,
            ATTRIBUTION),
        rows);
  }

  private static List<Line> lines(Table fact) {
    List<Line> lines = new ArrayList<>();
    for (List<@Nullable Object> row : fact.rows()) {
      lines.add(
          new Line(
              (String) row.get(0),
              (String) Objects.requireNonNull(row.get(1)),
              (Double) Objects.requireNonNull(row.get(2))));
    }
    return lines;
  }
}
