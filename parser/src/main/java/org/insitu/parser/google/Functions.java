/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.google;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Functions of GoogleSQL that DuckDB has under another name, with another meaning, or not at all.
 * What is not here has the same name and meaning in both, or DuckDB says that it does not exist.
 *
 * <p>An argument is written once, so that {@code RAND()} in it is drawn once: where its value is
 * wanted twice, the list of it is transformed.
 *
 * <p><b>Source:</b> the function pages of GoogleSQL's reference against DuckDB 2.0, each form tried
 * with NULL, negative numbers, ties and empty strings.
 */
final class Functions {
  /** White space as Unicode has it, which TRIM takes away; DuckDB's takes spaces alone. */
  private static final String BLANKS =
      "'\t\n\u000b\f' || chr(13) || ' \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
          + "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000'";

  private static final Map<String, String> RENAMED =
      Map.ofEntries(
          Map.entry("REGEXP_CONTAINS", "regexp_matches"),
          Map.entry("FARM_FINGERPRINT", "insitu_farm_fingerprint"),
          Map.entry("LOGICAL_AND", "bool_and"),
          Map.entry("LOGICAL_OR", "bool_or"),
          Map.entry("RAND", "random"),
          Map.entry("IS_NAN", "isnan"),
          Map.entry("IS_INF", "isinf"),
          Map.entry("GENERATE_ARRAY", "generate_series"),
          Map.entry("PERCENTILE_CONT", "quantile_cont"),
          Map.entry("PERCENTILE_DISC", "quantile_disc"),
          Map.entry("UNIX_MILLIS", "epoch_ms"),
          Map.entry("UNIX_MICROS", "epoch_us"));

  /** A call of so many arguments, {@code *} of any number, and what is written for it. */
  private static final List<Form> WRITTEN =
      Stream.of(
              "COUNTIF 1 count(*) FILTER (WHERE $1)",
              "SAFE_DIVIDE 2 (($1) / nullif(($2), 0))",
              "DIV 2 (($1) // ($2))",
              "IEEE_DIVIDE 2 (CAST($1 AS DOUBLE) / CAST($2 AS DOUBLE))",
              "LOG 1 ln($1)",
              "LOG 2 (ln($1) / ln($2))",
              "GREATEST * list_transform([[$*]], lambda insitu_v: CASE WHEN list_count(insitu_v) ="
                  + " len(insitu_v) THEN list_max(insitu_v) END)[1]",
              "LEAST * list_transform([[$*]], lambda insitu_v: CASE WHEN list_count(insitu_v) ="
                  + " len(insitu_v) THEN list_min(insitu_v) END)[1]",
              "CONCAT * ($|)",
              "SUBSTR 3 substr(substr($1, $2), 1, $3)",
              "SUBSTRING 3 substr(substr($1, $2), 1, $3)",
              "TRIM 1 trim($1, " + BLANKS + ")",
              "LTRIM 1 ltrim($1, " + BLANKS + ")",
              "RTRIM 1 rtrim($1, " + BLANKS + ")",
              "LPAD 2 lpad($1, CAST($2 AS INTEGER), ' ')",
              "RPAD 2 rpad($1, CAST($2 AS INTEGER), ' ')",
              "LPAD 3 lpad($1, CAST($2 AS INTEGER), $3)",
              "RPAD 3 rpad($1, CAST($2 AS INTEGER), $3)",
              "SPLIT 1 string_split($1, ',')",
              "REGEXP_REPLACE 3 regexp_replace($1, $2, $3, 'g')",
              "MD5 1 unhex(md5($1))",
              "SHA1 1 unhex(sha1($1))",
              "SHA256 1 unhex(sha256($1))",
              "TO_HEX 1 lower(hex($1))",
              "GENERATE_UUID 0 CAST(uuid() AS VARCHAR)",
              "GENERATE_DATE_ARRAY 2 CAST(generate_series(CAST($1 AS DATE), CAST($2 AS DATE),"
                  + " INTERVAL 1 DAY) AS DATE[])",
              "GENERATE_DATE_ARRAY 3 CAST(generate_series(CAST($1 AS DATE), CAST($2 AS DATE), $3)"
                  + " AS DATE[])",
              "CURRENT_DATE 0 CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS DATE)",
              "CURRENT_DATETIME 0 (CURRENT_TIMESTAMP AT TIME ZONE 'UTC')",
              "CURRENT_TIMESTAMP 0 (CURRENT_TIMESTAMP AT TIME ZONE 'UTC')",
              "DATE_ADD 2 CAST(CAST($1 AS DATE) + $2 AS DATE)",
              "DATE_SUB 2 CAST(CAST($1 AS DATE) - $2 AS DATE)",
              "DATETIME_ADD 2 (CAST($1 AS TIMESTAMP) + $2)",
              "DATETIME_SUB 2 (CAST($1 AS TIMESTAMP) - $2)",
              "TIMESTAMP_ADD 2 (CAST($1 AS TIMESTAMP) + $2)",
              "TIMESTAMP_SUB 2 (CAST($1 AS TIMESTAMP) - $2)",
              "DATE 1 CAST($1 AS DATE)",
              "DATE 3 make_date($1, $2, $3)",
              "DATETIME 1 CAST($1 AS TIMESTAMP)",
              "DATETIME 6 make_timestamp($1, $2, $3, $4, $5, $6)",
              "TIMESTAMP 1 " + Casts.TIMESTAMP,
              "UNIX_DATE 1 date_diff('day', DATE '1970-01-01', $1)",
              "UNIX_SECONDS 1 CAST(floor(epoch($1)) AS BIGINT)",
              "TIMESTAMP_SECONDS 1 make_timestamp(CAST($1 AS BIGINT) * 1000000)",
              "TIMESTAMP_MILLIS 1 make_timestamp(CAST($1 AS BIGINT) * 1000)",
              "TIMESTAMP_MICROS 1 make_timestamp(CAST($1 AS BIGINT))")
          .map(Form::of)
          .toList();

  /** Those that DuckDB would answer otherwise, and cannot be made to answer right. */
  private static final Map<String, String> REFUSED =
      Stream.of(
              "STRING: CAST(x AS STRING).",
              "JSON_VALUE: json_extract_string(x, path).",
              "JSON_QUERY: json_extract(x, path).",
              "TIME: CAST(x AS TIME), make_time(hour, minute, second).")
          .map(line -> line.split(": ", 2))
          .collect(toUnmodifiableMap(part -> part[0], part -> part[1]));

  private Functions() {}

  /** What is written for a call of so many arguments. */
  record Form(String name, int arity, String template) {
    private static final int ANY = -1;

    private static Form of(String line) {
      String[] parts = line.split(" ", 3);
      return new Form(parts[0], parts[1].equals("*") ? ANY : Integer.parseInt(parts[1]), parts[2]);
    }

    private boolean takes(String function, int arguments) {
      return name.equals(function) && (arity == arguments || (arity == ANY && arguments > 0));
    }
  }

  static Optional<String> renamed(String name) {
    return Optional.ofNullable(RENAMED.get(name));
  }

  static Optional<String> template(String name, int arguments) {
    return WRITTEN.stream()
        .filter(form -> form.takes(name, arguments))
        .findFirst()
        .map(Form::template);
  }

  /** What to write instead of a function that is refused. */
  static Optional<String> refused(String name) {
    return Optional.ofNullable(REFUSED.get(name));
  }

  /** All forms. */
  static List<Form> forms() {
    return WRITTEN;
  }
}
