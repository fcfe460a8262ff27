/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train;

import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.arrow.vector.types.pojo.Field;
import org.insitu.executor.fit.rows.ColumnKind;
import org.insitu.planner.bind.Columns;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.sql.SqlDialect;

/**
 * How the rows are chosen that are held out: DATA_SPLIT_METHOD and what goes with it.
 *
 * <p>Source: BigQuery ML, "Data split" of CREATE MODEL: AUTO_SPLIT holds out nothing under 500
 * rows, a fifth up to 50,000, then 10,000 rows; of a model that is tuned a tenth for evaluation and
 * a tenth for test. Random splits follow a fingerprint of the row, so the same row is always on the
 * same side.
 */
public sealed interface SplitRule {

  /** By the number of rows. */
  record Auto(boolean tuned) implements SplitRule {}

  /** Shares of the rows, by fingerprint. */
  record Random(Shares shares) implements SplitRule {}

  /**
   * By a column. TRUE and NULL are held out, FALSE is fitted on. Of a model that is tuned it may be
   * text: {@code TRAIN} is fitted on, {@code TEST} held out for the test, all others (NULL too) for
   * evaluation.
   */
  record Custom(String column, boolean tuned) implements SplitRule {}

  /** Shares of the values of a column, by their fingerprint: no entity is on both sides. */
  record Group(String column, Shares shares) implements SplitRule {}

  /**
   * The last shares of the rows in the order of a column, those for the test at the end; its NULLs
   * are held out for evaluation.
   */
  record Sequential(String column, Shares shares) implements SplitRule {}

  record None() implements SplitRule {}

  /** The parts of the rows that are held out; 0 for none. */
  record Shares(double evaluation, double test) {
    double heldOut() {
      return evaluation + test;
    }
  }

  int AUTO_MIN_ROWS = 500;
  int AUTO_FIFTH_ROWS = 50_000;
  int AUTO_ROWS = 10_000;
  Shares AUTO_TUNED = new Shares(0.1, 0.1);

  /**
   * Splits a query's rows.
   *
   * @param rows counts them, for the rule that wants to know
   */
  default Split split(String sql, Columns columns, LongSupplier rows, SqlDialect dialect) {
    return switch (this) {
      case None n -> Split.none(sql);
      case Auto a -> auto(sql, columns.fields(), rows.getAsLong(), dialect);
      case Random r -> byFingerprint(sql, columns.fields(), r.shares(), dialect);
      case Custom c -> custom(sql, c, named(columns, c.column()).getFirst(), dialect);
      case Sequential s -> sequential(sql, s, dialect);
      case Group g -> byFingerprint(sql, named(columns, g.column()), g.shares(), dialect);
    };
  }

  private Split auto(String sql, List<Field> columns, long rows, SqlDialect dialect) {
    return shares(rows)
        .map(shares -> byFingerprint(sql, columns, shares, dialect))
        .orElseGet(() -> Split.none(sql));
  }

  private static List<Field> named(Columns columns, String name) {
    return columns.fields().stream()
        .filter(field -> field.getName().equalsIgnoreCase(name))
        .toList();
  }

  /** DATA_SPLIT_COL, which is no feature. */
  default Optional<String> splitColumn() {
    return switch (this) {
      case Custom c -> Optional.of(c.column());
      case Sequential s -> Optional.of(s.column());
      case Group g -> Optional.of(g.column());
      case Auto a -> Optional.empty();
      case Random r -> Optional.empty();
      case None n -> Optional.empty();
    };
  }

  /** Whether rows are held out by their fingerprint. */
  default boolean isByFingerprint() {
    return this instanceof Auto || this instanceof Random;
  }

  /** The parts of so many rows that are held out by their fingerprint; empty for other rules. */
  default Optional<Shares> shares(long rows) {
    return switch (this) {
      case Auto a when rows < AUTO_MIN_ROWS -> Optional.empty();
      case Auto a when a.tuned() -> Optional.of(AUTO_TUNED);
      case Auto a ->
          Optional.of(new Shares(rows <= AUTO_FIFTH_ROWS ? 0.2 : (double) AUTO_ROWS / rows, 0));
      case Random r -> Optional.of(r.shares());
      case Custom c -> Optional.empty();
      case Sequential s -> Optional.empty();
      case Group g -> Optional.empty();
      case None n -> Optional.empty();
    };
  }

  private static Split byFingerprint(
      String sql, List<Field> columns, Shares shares, SqlDialect dialect) {
    RowFingerprint fingerprint = new RowFingerprint(dialect);
    String evaluation = fingerprint.below(columns, shares.evaluation());
    if (shares.test() == 0) {
      return Split.heldOutWhere(sql, evaluation);
    }
    String heldOut = fingerprint.below(columns, shares.heldOut());
    return Split.heldOutWhere(
        sql, heldOut, evaluation, "%s AND NOT %s".formatted(heldOut, evaluation));
  }

  private static Split custom(String sql, Custom rule, Field column, SqlDialect dialect) {
    String name = dialect.quoteIdentifier(column.getName());
    if (!rule.tuned() || ColumnKind.valueType(column).orElse(null) != ValueType.VARCHAR) {
      return Split.heldOutWhere(sql, "coalesce(CAST(%s AS BOOLEAN), TRUE)".formatted(name));
    }
    String part =
        "coalesce(upper(CAST(%s AS %s)), '')".formatted(name, dialect.type(ValueType.VARCHAR));
    return Split.heldOutWhere(
        sql,
        "%s <> 'TRAIN'".formatted(part),
        "%s NOT IN ('TRAIN', 'TEST')".formatted(part),
        "%s = 'TEST'".formatted(part));
  }

  /**
   * A share of a query's rows, by digits of the fingerprint that no split looks at, so that of rows
   * held out it is the same share.
   */
  static String sample(String sql, Columns columns, double share, SqlDialect dialect) {
    return "SELECT * FROM (\n%s\n) AS rows WHERE %s"
        .formatted(sql, new RowFingerprint(dialect).otherwiseBelow(columns.fields(), share));
  }

  private static Split sequential(String sql, Sequential rule, SqlDialect dialect) {
    String column = dialect.quoteIdentifier(rule.column());
    Shares shares = rule.shares();
    String from = quantile(sql, column, 1 - shares.heldOut(), dialect);
    String isLate = "%s >= %s".formatted(column, from);
    if (shares.test() == 0) {
      return Split.heldOutWhere(sql, "coalesce(%s, TRUE)".formatted(isLate));
    }
    String isLast = "%s >= %s".formatted(column, quantile(sql, column, 1 - shares.test(), dialect));
    return Split.heldOutWhere(
        sql,
        "coalesce(%s, TRUE)".formatted(isLate),
        "coalesce(%s AND NOT %s, TRUE)".formatted(isLate, isLast),
        "coalesce(%s, FALSE)".formatted(isLast));
  }

  private static String quantile(String sql, String column, double part, SqlDialect dialect) {
    return "(SELECT quantile_disc(%s, %s) FROM (\n%s\n) AS all_rows)"
        .formatted(column, dialect.number(part), sql);
  }
}
