/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.apache.arrow.vector.types.pojo.Field;
import org.insitu.udf.sql.SqlDialect;

/**
 * ML.PREFLIGHT: what a fit on some rows would stumble over or be misled by, found before any fit by
 * one query.
 *
 * <p><b>Shape:</b> one row per finding, the gravest first: {@code severity VARCHAR} (error,
 * warning, info), {@code finding VARCHAR}, {@code column_name VARCHAR}, {@code value DOUBLE},
 * {@code message VARCHAR}, {@code hint VARCHAR}; no row when nothing is found.
 *
 * <p><b>Cost:</b> a copy of the rows, one grouping per column and one per column and label, of at
 * most {@link #ROWS_MAX} rows: of more a sample of that many is taken.
 */
public final class Preflight {
  /** More rows than these are sampled. */
  public static final int ROWS_MAX = 200_000;

  /** Fewer rows than these show nothing by their agreement. */
  static final int ENOUGH_ROWS = 20;

  /** A label of numbers with no more distinct values may be one of classes. */
  static final int FEW_CLASSES = 20;

  /** The label among the source's columns, under a name that none of them has. */
  static final String LABEL = "\"__label\"";

  private static final int CLASS_ROWS = 10;

  /** What a label is for. */
  public enum LabelUse {
    CLASSES,
    NUMBER,
    /** Numbers that may be either. */
    UNKNOWN;

    /** What a label of this type can only be for. */
    public static LabelUse of(Field label) {
      return ColumnShape.of(label).isNumber() ? UNKNOWN : CLASSES;
    }
  }

  private final List<String> tables = new ArrayList<>();
  private final List<String> findings = new ArrayList<>();
  private final Optional<Field> label;
  private final SqlDialect dialect;

  private Preflight(Optional<Field> label, SqlDialect dialect) {
    this.label = label;
    this.dialect = dialect;
  }

  /**
   * Writes the query.
   *
   * @param source the training query
   * @param features the columns to learn from
   * @param label the label, and what it is for
   * @param sampled whether there are more than {@link #ROWS_MAX} rows
   */
  public static String sql(
      String source,
      List<Field> features,
      Optional<Field> label,
      LabelUse use,
      boolean sampled,
      SqlDialect dialect) {
    Preflight preflight = new Preflight(label, dialect);
    preflight.addSource(source, sampled);
    preflight.addRows(features);
    label.ifPresent(field -> preflight.addLabel(field, use));
    int index = 0;
    for (Field feature : features) {
      ColumnFindings column = new ColumnFindings(feature, index++, dialect);
      preflight.tables.addAll(column.tables(label.isPresent(), use));
      column.findings(label.isPresent()).forEach(preflight::add);
    }
    return """
    WITH %s
    SELECT severity, finding, column_name, value, message, hint FROM (
    %s
    ) AS findings ORDER BY CASE severity WHEN 'error' THEN 1 WHEN 'warning' THEN 2 ELSE 3 END, position\
    """
        .formatted(
            String.join(",\n", preflight.tables), String.join("\nUNION ALL\n", preflight.findings));
  }

  private void add(Finding finding) {
    findings.add(finding.sql(findings.size(), dialect));
  }

  private void addSource(String source, boolean sampled) {
    tables.add(
        "source AS MATERIALIZED (SELECT * FROM (\n%s\n) AS rows%s)"
            .formatted(
                source,
                sampled
                    ? " USING SAMPLE reservoir(%d ROWS) REPEATABLE (0)".formatted(ROWS_MAX)
                    : ""));
    if (sampled) {
      add(
          ofRows(
              "info",
              "sampled",
              "(SELECT count(*) AS n FROM source)",
              "n = " + ROWS_MAX,
              "n",
              "'A sample of ' || n || ' rows was looked at; fewer of a sample are equal.'",
              "Its numbers are those of the sample."));
    }
  }

  /** What is seen of whole rows. */
  private void addRows(List<Field> features) {
    StringJoiner inputs = new StringJoiner(", ", "hash(", ")");
    features.forEach(field -> inputs.add(dialect.quoteIdentifier(field.getName())));
    String all =
        label
            .map(
                field -> "hash(%s, %s)".formatted(inputs, dialect.quoteIdentifier(field.getName())))
            .orElse(inputs.toString());
    tables.add(
        """
        row_facts AS MATERIALIZED (SELECT count(*) AS n, count(DISTINCT %s) AS u,
          count(DISTINCT %s) AS inputs FROM source)\
        """
            .formatted(features.isEmpty() ? "1" : all, features.isEmpty() ? "1" : inputs));
    add(
        ofRows(
            "error",
            "no_rows",
            "row_facts",
            "n = 0",
            "n",
            "'The training query answers with no row.'",
            "Check the query's WHERE."));
    add(
        ofRows(
            "warning",
            "few_rows",
            "row_facts",
            "n BETWEEN 1 AND " + Math.max(ENOUGH_ROWS, features.size()),
            "n",
            "'There are ' || n || ' rows of %d features.'".formatted(features.size()),
            "More rows, or fewer features."));
    if (!features.isEmpty()) {
      addEqualRows();
    }
  }

  private void addEqualRows() {
    add(
        ofRows(
            "info",
            "equal_rows",
            "row_facts",
            "u < n",
            "n - u",
            "(n - u) || ' of ' || n || ' rows are equal to another.'",
            "AUTO_SPLIT and RANDOM hold equal rows out together, SEQ and CUSTOM may have them on"
                + " both sides: the metrics then praise what was learned by heart. SELECT DISTINCT"
                + " leaves one of each."));
    if (label.isPresent()) {
      add(
          ofRows(
              "info",
              "equal_inputs",
              "row_facts",
              "inputs < u",
              "u - inputs",
              "(u - inputs) || ' distinct rows have the inputs of another and another label.'",
              "No model tells them apart, and they may be on both sides of a split."));
    }
  }

  private void addLabel(Field field, LabelUse use) {
    String name = dialect.quoteIdentifier(field.getName());
    ColumnShape shape = ColumnShape.of(field);
    String value = shape.isNumber() ? shape.number(name) : "CAST(" + name + " AS VARCHAR)";
    String of = dialect.string("The label '" + field.getName() + "'");
    tables.add(
        "labelled AS (SELECT * EXCLUDE (%s), %s AS %s FROM source)".formatted(name, value, LABEL));
    tables.add(
        """
        label_facts AS MATERIALIZED (SELECT count(*) AS n, count(y) AS present,
          count(DISTINCT y) AS classes, any_value(y) AS one
          FROM (SELECT %s AS y FROM labelled))\
        """
            .formatted(LABEL));
    add(
        ofLabel(
            "error",
            "label_null",
            "label_facts",
            "present < n",
            "n - present",
            of + " || ' is missing in ' || (n - present) || ' of ' || n || ' rows.'",
            "Add WHERE %s IS NOT NULL.".formatted(field.getName())));
    add(
        ofLabel(
            use == LabelUse.CLASSES ? "error" : "warning",
            "one_label",
            "label_facts",
            "classes = 1",
            "present",
            of + " || ' is ' || one || ' in all ' || present || ' rows.'",
            "Select rows of two classes."));
    if (use != LabelUse.NUMBER) {
      add(
          ofLabel(
              "warning",
              "few_rows_of_class",
              "(SELECT y, count(*) AS n FROM (SELECT %s AS y FROM labelled) WHERE y IS NOT NULL GROUP BY y ORDER BY y)"
                  .formatted(LABEL),
              "n < %d AND (SELECT classes BETWEEN 2 AND %d FROM label_facts)"
                  .formatted(CLASS_ROWS, use == LabelUse.CLASSES ? 1000 : FEW_CLASSES),
              "n",
              of + " || ' is ' || y || ' in ' || n || CASE n WHEN 1 THEN ' row.' ELSE ' rows.' END",
              "Select more rows of the class, or put it together with another."));
    }
  }

  private Finding ofLabel(
      String severity,
      String name,
      String from,
      String condition,
      String value,
      String message,
      String hint) {
    String column = label.map(field -> dialect.string(field.getName())).orElse("NULL");
    return new Finding(severity, name, column, from, condition, value, message, hint);
  }

  private static Finding ofRows(
      String severity,
      String name,
      String from,
      String condition,
      String value,
      String message,
      String hint) {
    return new Finding(severity, name, "NULL", from, condition, value, message, hint);
  }
}
