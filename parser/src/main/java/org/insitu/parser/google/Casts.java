/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.google;

import java.util.regex.Pattern;

/**
 * CAST and SAFE_CAST where DuckDB's answer differs by the type of what is cast, which a text does
 * not know: {@code typeof} does, when DuckDB binds it, and the other branches are folded away.
 *
 * <table>
 * <caption>What differs</caption>
 * <tr><th>cast</th><th>GoogleSQL</th><th>DuckDB</th></tr>
 * <tr><td>{@code 2.5} AS INT64</td><td>3, halves away from zero</td><td>2, to the even one</td></tr>
 * <tr><td>{@code '1.5'} AS INT64</td><td>fails, NULL if safe</td><td>2</td></tr>
 * <tr><td>{@code 1.0} AS STRING</td><td>{@code 1}</td><td>{@code 1.0}</td></tr>
 * <tr><td>{@code NUMERIC '1.50'} AS STRING</td><td>{@code 1.5}</td><td>all its digits</td></tr>
 * <tr><td>{@code 'yes'} AS BOOL</td><td>fails, NULL if safe</td><td>true</td></tr>
 * <tr><td>{@code '... +02'} AS TIMESTAMP</td><td>two hours earlier</td><td>loses it</td></tr>
 * </table>
 */
final class Casts {
  /** {@code $1} named insitu_v, in a CASE. */
  static final String BEGIN = "list_transform([$1], lambda insitu_v: CASE WHEN ";

  static final String END = " END)[1]";
  private static final Pattern ZONE = Pattern.compile(":[0-9.]+ *([+-]|[A-Za-z]+/)");
  private static final String ZONED =
      "regexp_matches(CAST(insitu_v AS VARCHAR), '" + ZONE.pattern() + "')";
  private static final String WHOLE =
      "regexp_full_match(CAST(insitu_v AS VARCHAR),"
          + " '\\s*[+-]?([0-9]+|0[xX][0-9a-fA-F]+)\\s*')";

  static final String TIMESTAMP =
      BEGIN
          + ZONED
          + " THEN CAST(insitu_v AS TIMESTAMPTZ) AT TIME ZONE 'UTC'"
          + " ELSE CAST(insitu_v AS TIMESTAMP)"
          + END;

  private static final String SAFE_TIMESTAMP =
      TIMESTAMP.replace("THEN CAST", "THEN TRY_CAST").replace("ELSE CAST", "ELSE TRY_CAST");

  private static final String INT64 =
      BEGIN
          + "typeof(insitu_v) IN ('DOUBLE', 'FLOAT')"
          + " THEN CAST(round(CAST(insitu_v AS DOUBLE)) AS BIGINT)"
          + " WHEN typeof(insitu_v) = 'VARCHAR' AND NOT "
          + WHOLE
          + " THEN error('Bad INT64 value: ' || CAST(insitu_v AS VARCHAR))"
          + " ELSE CAST(insitu_v AS BIGINT)"
          + END;

  private static final String SAFE_INT64 =
      BEGIN
          + "typeof(insitu_v) IN ('DOUBLE', 'FLOAT')"
          + " THEN TRY_CAST(round(TRY_CAST(insitu_v AS DOUBLE)) AS BIGINT)"
          + " WHEN typeof(insitu_v) <> 'VARCHAR' OR "
          + WHOLE
          + " THEN TRY_CAST(insitu_v AS BIGINT)"
          + END;

  /** The last branches: of what is no number in binary, the text without a fraction's zeros. */
  static final String TEXT_OF_OTHERS =
      " WHEN typeof(insitu_v) LIKE 'DECIMAL%'"
          + " THEN regexp_replace(CAST(insitu_v AS VARCHAR),"
          + " '(\\.[0-9]*[1-9])0+\\z|\\.0+\\z', '\\1')"
          + " ELSE CAST(insitu_v AS VARCHAR)";

  private static final String STRING =
      BEGIN
          + "typeof(insitu_v) IN ('DOUBLE', 'FLOAT')"
          + " THEN regexp_replace(CAST(insitu_v AS VARCHAR), '\\.0\\z', '')"
          + TEXT_OF_OTHERS
          + END;

  private static final String SAFE_BOOL =
      BEGIN
          + "typeof(insitu_v) = 'VARCHAR' THEN CASE lower(CAST(insitu_v AS VARCHAR))"
          + " WHEN 'true' THEN true WHEN 'false' THEN false END"
          + " ELSE TRY_CAST(insitu_v AS BOOLEAN)"
          + END;

  private static final String BOOL =
      BEGIN
          + "typeof(insitu_v) = 'VARCHAR'"
          + " AND lower(CAST(insitu_v AS VARCHAR)) NOT IN ('true', 'false')"
          + " THEN error('Bad BOOL value: ' || CAST(insitu_v AS VARCHAR))"
          + " ELSE CAST(insitu_v AS BOOLEAN)"
          + END;

  private Casts() {}

  /** Whether a timestamp's text names another zone than UTC, or UTC by its offset. */
  static boolean hasZone(String text) {
    return ZONE.matcher(text).find();
  }

  /** What is written for a cast of {@code $1} to one of DuckDB's types. */
  static String template(String type, boolean safe) {
    return switch (type) {
      case "BIGINT" -> safe ? SAFE_INT64 : INT64;
      case "VARCHAR" -> STRING;
      case "BOOLEAN" -> safe ? SAFE_BOOL : BOOL;
      case "TIMESTAMP" -> safe ? SAFE_TIMESTAMP : TIMESTAMP;
      default -> (safe ? "TRY_CAST(($1) AS " : "CAST(($1) AS ") + type.replace("$", "$$") + ")";
    };
  }
}
