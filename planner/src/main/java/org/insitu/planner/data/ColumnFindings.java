/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.data;

import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.insitu.planner.bind.SqlTypeNames;
import org.insitu.planner.data.Preflight.LabelUse;
import org.insitu.udf.sql.SqlDialect;

/** What may be wrong with one feature: its facts as tables of one row, and the findings in them. */
final class ColumnFindings {
  private final Field field;
  private final ColumnShape shape;
  private final String facts;
  private final SqlDialect dialect;

  ColumnFindings(Field field, int index, SqlDialect dialect) {
    this.field = field;
    this.shape = ColumnShape.of(field);
    this.facts = "facts" + index;
    this.dialect = dialect;
  }

  /** Whether a fit takes it. */
  boolean isUsable() {
    return shape.isNumber()
        || shape == ColumnShape.TEXT
        || field.getType() instanceof ArrowType.Bool
        || field.getType() instanceof ArrowType.Date;
  }

  /** The tables of facts, as common table expressions. */
  List<String> tables(boolean hasLabel, LabelUse use) {
    List<String> tables = new ArrayList<>();
    if (!isUsable()) {
      return tables;
    }
    tables.add(
        """
        %s AS MATERIALIZED (SELECT count(*) AS n, count(v) AS present, %s AS u, min(v) AS lo,
          max(v) AS hi FROM (SELECT %s AS v FROM source))\
        """
            .formatted(facts, isCounted() ? "count(DISTINCT v)" : "NULL", value()));
    if (hasLabel) {
      tables.add(leak(use));
    }
    return tables;
  }

  /** Whether its distinct values are counted: of what may be an id. */
  private boolean isCounted() {
    return shape == ColumnShape.EXACT_NUMBER || shape == ColumnShape.TEXT;
  }

  private String value() {
    String name = dialect.quoteIdentifier(field.getName());
    return shape.isNumber() ? shape.number(name) : "CAST(" + name + " AS VARCHAR)";
  }

  /** Whether each value, a missing one, each range of values, or the correlation says the label. */
  private String leak(LabelUse use) {
    String both =
        "SELECT %1$s AS v, %2$s AS y FROM labelled WHERE %2$s IS NOT NULL"
            .formatted(value(), Preflight.LABEL);
    String ranges =
        !shape.isNumber() || use == LabelUse.NUMBER
            ? "FALSE"
            : """
            (SELECT count(*) > 1 AND sum(n) >= %2$d AND bool_and(coalesce(lo > before, TRUE))
              FROM (SELECT lo, n, lag(hi) OVER (ORDER BY lo) AS before
                FROM (SELECT min(v) AS lo, max(v) AS hi, count(*) AS n FROM (%1$s)
                  WHERE v IS NOT NULL GROUP BY y)))\
            """
                .formatted(both, Preflight.ENOUGH_ROWS);
    String correlated =
        !shape.isNumber() || use == LabelUse.CLASSES
            ? "FALSE"
            : "(SELECT count(*) >= %2$d AND abs(corr(v, TRY_CAST(y AS DOUBLE))) > 0.999999 FROM (%1$s))"
                .formatted(both, Preflight.ENOUGH_ROWS);
    return """
    leak_%1$s AS MATERIALIZED (SELECT
      (SELECT count(*) > 1 AND count(DISTINCT lo) > 1 AND bool_and(lo = hi)
          AND count(*) * 5 <= sum(n)
        FROM (SELECT min(y) AS lo, max(y) AS hi, count(*) AS n FROM (%2$s)
          WHERE v IS NOT NULL GROUP BY v)) AS by_value,
      (SELECT count(*) > 1 AND count(DISTINCT lo) > 1 AND bool_and(lo = hi) AND sum(n) >= %6$d
        FROM (SELECT min(y) AS lo, max(y) AS hi, count(*) AS n FROM (%2$s)
          GROUP BY v IS NULL)) AS by_missing,
      %3$s AND (SELECT classes <= %5$d FROM label_facts) AS by_range,
      %4$s AS by_line)\
    """
        .formatted(
            facts,
            both,
            ranges,
            correlated,
            use == LabelUse.CLASSES ? Integer.MAX_VALUE : Preflight.FEW_CLASSES,
            Preflight.ENOUGH_ROWS);
  }

  List<Finding> findings(boolean hasLabel) {
    if (!isUsable()) {
      return List.of(unusable());
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(
        finding(
            "error",
            "all_null",
            facts,
            "n > 0 AND present = 0",
            "n",
            text(" is missing in all ") + " || n || ' rows.'",
            "Leave it out."));
    findings.add(
        finding(
            "warning",
            "constant",
            facts,
            "present > 0 AND lo = hi" + (shape.isNumber() ? "" : " AND present = n"),
            "present",
            text(" has one value, ") + " || lo || ', in all ' || present || ' rows that have any.'",
            "Leave it out: it tells no row from another."));
    if (isCounted()) {
      findings.add(id());
    }
    if (hasLabel) {
      findings.add(perfect());
    }
    return findings;
  }

  private Finding unusable() {
    return finding(
        "error",
        "unusable_type",
        "(SELECT 1)",
        "TRUE",
        "NULL",
        text(" has type " + SqlTypeNames.of(field) + ", which no model takes."),
        "Leave it out, or make a number, text, BOOLEAN or DATE of it.");
  }

  private Finding id() {
    boolean named = IdColumns.isNamedLikeOne(field.getName());
    String serial = shape.isNumber() && !named ? " AND u = present AND hi - lo < 2 * u" : "";
    return finding(
        "warning",
        "id_like",
        facts,
        "present >= %d AND u >= 0.9 * present".formatted(Preflight.ENOUGH_ROWS) + serial,
        "u",
        text(" has ") + " || u || ' distinct values in ' || present || ' rows, as an id has.'",
        "Leave it out: a model learns the rows by heart from it, and new rows have other values.");
  }

  private Finding perfect() {
    return finding(
        "warning",
        "perfect_predictor",
        "leak_" + facts,
        "by_value OR by_missing OR by_range OR by_line",
        "NULL",
        text(" alone says the label of every row: ")
            + " || CASE WHEN by_value THEN 'each of its values has one label.'"
            + " WHEN by_missing THEN 'it is missing in the rows of one label alone.'"
            + " WHEN by_range THEN 'each label has its own range of values.'"
            + " ELSE 'the label is a line of it.' END",
        "Is it known before the label is? If it is made of the label, leave it out.");
  }

  private Finding finding(
      String severity,
      String name,
      String from,
      String condition,
      String value,
      String message,
      String hint) {
    return new Finding(
        severity, name, dialect.string(field.getName()), from, condition, value, message, hint);
  }

  private String text(String text) {
    return dialect.string("Column '" + field.getName() + "'" + text);
  }
}
