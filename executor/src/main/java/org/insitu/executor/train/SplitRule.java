/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import org.apache.arrow.vector.types.pojo.Field;
import org.insitu.planner.bind.Columns;
import org.insitu.udf.sql.SqlDialect;

/**
 * How the evaluation rows are chosen: DATA_SPLIT_METHOD and what goes with it.
 *
 * <p>Source: BigQuery ML, "Data split" of CREATE MODEL: AUTO_SPLIT holds out nothing under 500
 * rows, a fifth up to 50,000, then 10,000 rows. Random splits follow a fingerprint of the row, so
 * the same row is always on the same side.
 */
public sealed interface SplitRule {
  record Auto() implements SplitRule {}

  /** A share of the rows, by fingerprint. */
  record Random(double fraction) implements SplitRule {}

  /** The column's TRUE and NULL are held out, FALSE is fitted on. */
  record Custom(String column) implements SplitRule {}

  /** A share of the values of a column, by their fingerprint: no entity is on both sides. */
  record Group(String column, double fraction) implements SplitRule {}

  /** The last share of the rows in the order of a column; its NULLs are held out. */
  record Sequential(String column, double fraction) implements SplitRule {}

  record None() implements SplitRule {}

  int AUTO_MIN_ROWS = 500;
  int AUTO_FIFTH_ROWS = 50_000;
  int AUTO_ROWS = 10_000;

  /**
   * Splits a query's rows.
   *
   * @param rows counts them, for the rule that wants to know
   */
  default Split split(String sql, Columns columns, LongSupplier rows, SqlDialect dialect) {
    return switch (this) {
      case None n -> Split.none(sql);
      case Auto a -> auto(sql, columns.fields(), rows.getAsLong(), dialect);
      case Random r -> byFingerprint(sql, columns.fields(), r.fraction(), dialect);
      case Custom c ->
          Split.heldOutWhere(
              sql,
              "coalesce(CAST(%s AS BOOLEAN), TRUE)".formatted(dialect.quoteIdentifier(c.column())));
      case Sequential s -> sequential(sql, s, dialect);
      case Group g ->
          byFingerprint(
              sql,
              columns.fields().stream()
                  .filter(field -> field.getName().equalsIgnoreCase(g.column()))
                  .toList(),
              g.fraction(),
              dialect);
    };
  }

  private static Split auto(String sql, List<Field> columns, long rows, SqlDialect dialect) {
    return rows < AUTO_MIN_ROWS
        ? Split.none(sql)
        : byFingerprint(sql, columns, autoShare(rows), dialect);
  }

  private static double autoShare(long rows) {
    return rows <= AUTO_FIFTH_ROWS ? 0.2 : (double) AUTO_ROWS / rows;
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

  /** The share of so many rows that is held out by fingerprint; empty for the other rules. */
  default OptionalDouble share(long rows) {
    return switch (this) {
      case Auto a ->
          rows < AUTO_MIN_ROWS ? OptionalDouble.empty() : OptionalDouble.of(autoShare(rows));
      case Random r -> OptionalDouble.of(r.fraction());
      case Custom c -> OptionalDouble.empty();
      case Sequential s -> OptionalDouble.empty();
      case Group g -> OptionalDouble.empty();
      case None n -> OptionalDouble.empty();
    };
  }

  private static Split byFingerprint(
      String sql, List<Field> columns, double fraction, SqlDialect dialect) {
    return Split.heldOutWhere(sql, new RowFingerprint(dialect).below(columns, fraction));
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
    String bound =
        "(SELECT quantile_disc(%s, %s) FROM (\n%s\n) AS all_rows)"
            .formatted(column, dialect.number(1 - rule.fraction()), sql);
    return Split.heldOutWhere(sql, "coalesce(%s >= %s, TRUE)".formatted(column, bound));
  }
}
