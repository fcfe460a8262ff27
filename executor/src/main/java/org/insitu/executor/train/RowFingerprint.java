/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.sql.SqlDialect;

/**
 * A fingerprint of a row by which it is held out or not, from operations that every warehouse
 * computes alike (decision 0006).
 *
 * <p>Each column becomes a whole number between -P and P, P = 2<sup>31</sup> - 1: a whole number
 * its remainder by P; another number its remainder too, after multiplication by a power of ten that
 * brings it near 10<sup>15</sup> and a floor, both exact in IEEE 754; anything else the first four
 * bytes of the MD5 of its text. NULL is 97. The numbers are multiplied by one below 2<sup>20</sup>
 * that the column's name gives, and added, so that the order of columns does not matter. The
 * fingerprint is the first eight hexadecimal digits of the MD5 of the sum's decimal text.
 *
 * <p><b>Cost:</b> 4,096 columns do not overflow a BIGINT.
 */
final class RowFingerprint {
  private static final long PRIME = Integer.MAX_VALUE;
  private static final long MULTIPLIER_MASK = (1 << 20) - 1;
  private static final int NULL = 97;

  /** Warehouses limit how deep a sum may nest. */
  private static final int GROUP = 64;

  private final SqlDialect dialect;

  RowFingerprint(SqlDialect dialect) {
    this.dialect = dialect;
  }

  /**
   * The condition that holds for about a share of all rows.
   *
   * @param columns whose values decide; a row with the same values is on the same side
   */
  String below(List<Field> columns, double share) {
    return below(columns, share, 1);
  }

  /** The same by the eight digits after those, which say nothing of them. */
  String otherwiseBelow(List<Field> columns, double share) {
    return below(columns, share, 9);
  }

  /**
   * The condition that holds for about one of so many parts of the rows, by the eight digits after
   * those: every row is in one part.
   *
   * @param part from 1
   */
  String within(List<Field> columns, int part, int parts) {
    String below = below(columns, (double) part / parts, 17);
    return part == 1
        ? below
        : "%s AND NOT %s".formatted(below, below(columns, (part - 1.0) / parts, 17));
  }

  private String below(List<Field> columns, double share, int from) {
    List<String> groups = new ArrayList<>();
    for (int i = 0; i < columns.size(); i += GROUP) {
      groups.add(
          String.join(
              " + ",
              columns.subList(i, Math.min(i + GROUP, columns.size())).stream()
                  .map(this::term)
                  .toList()));
    }
    long bound = Math.round(share * (1L << 32));
    return "substr(md5(CAST((%s) AS %s)), %d, 8) < '%s'"
        .formatted(
            String.join(") + (", groups),
            dialect.type(ValueType.VARCHAR),
            from,
            bound >= 1L << 32 ? "g" : String.format(Locale.ROOT, "%08x", bound));
  }

  private String term(Field column) {
    String name = dialect.quoteIdentifier(column.getName());
    return "coalesce(%s, %d) * %d".formatted(value(column, name), NULL, multiplier(column));
  }

  /** FNV-1a of the lower-case name in UTF-8; odd, so that no bit of a value is lost. */
  private static long multiplier(Field column) {
    int hash = 0x811C9DC5;
    for (byte b : column.getName().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xFF)) * 0x01000193;
    }
    return (hash & MULTIPLIER_MASK) | 1;
  }

  private String value(Field column, String name) {
    String bigint = dialect.type(ValueType.BIGINT);
    if (column.getDictionary() != null) {
      return text(name, bigint);
    }
    return switch (column.getType()) {
      case ArrowType.Bool b -> "CAST(%s AS %s)".formatted(name, bigint);
      case ArrowType.Int i when i.getIsSigned() || i.getBitWidth() < Long.SIZE ->
          "(CAST(%s AS %s) %% %d)".formatted(name, bigint, PRIME);
      case ArrowType.FloatingPoint f -> number(name, bigint);
      case ArrowType.Decimal d -> number(name, bigint);
      default -> text(name, bigint);
    };
  }

  private String number(String name, String bigint) {
    String x = "CAST(%s AS %s)".formatted(name, dialect.type(ValueType.DOUBLE));
    StringBuilder sql = new StringBuilder("CASE");
    for (int[] range : new int[][] {{0, 15}, {6, 9}, {15, 3}}) {
      sql.append(
          " WHEN abs(%1$s) < 1e%2$d THEN CAST(floor(%1$s * 1e%3$d) AS %4$s) %% %5$d"
              .formatted(x, range[0], range[1], bigint, PRIME));
    }
    return sql.append(" WHEN %s IS NOT NULL THEN 1 END".formatted(name)).toString();
  }

  private String text(String name, String bigint) {
    return "(CAST('0x' || substr(md5(CAST(%s AS %s)), 1, 8) AS %s) %% %d)"
        .formatted(name, dialect.type(ValueType.VARCHAR), bigint, PRIME);
  }
}
