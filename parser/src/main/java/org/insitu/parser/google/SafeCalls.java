/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.google;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.insitu.parser.text.Span;
import org.insitu.parser.text.Tokens;

/**
 * {@code SAFE.f(x)}: NULL where {@code f} fails in GoogleSQL. DuckDB's TRY is that where DuckDB
 * fails too; where it answers instead, by an infinity or a NaN for one, the failure is asked for.
 *
 * <p><b>Source:</b> GoogleSQL, "Function calls", SAFE prefix, and the pages of the functions;
 * DuckDB 2.0 tried with what they say is an error.
 */
final class SafeCalls {
  private static final String OF_TWO =
      "list_transform([[CAST($1 AS DOUBLE), CAST($2 AS DOUBLE)]], lambda insitu_v: CASE WHEN ";
  private static final String NOT_NEGATIVE = "nullif(greatest($%d, -1), -1)";
  private static final String POWER =
      OF_TWO
          + "NOT isfinite(pow(insitu_v[1], insitu_v[2])) AND isfinite(insitu_v[1])"
          + " AND isfinite(insitu_v[2]) THEN NULL ELSE pow(insitu_v[1], insitu_v[2])"
          + Casts.END;
  private static final String LOGARITHM =
      OF_TWO
          + "insitu_v[1] > 0 AND insitu_v[2] > 0 AND insitu_v[2] <> 1"
          + " THEN ln(insitu_v[1]) / ln(insitu_v[2])"
          + Casts.END;

  /** By name and number of arguments: where DuckDB answers what GoogleSQL refuses. */
  private static final Map<String, String> WRITTEN =
      Map.ofEntries(
          Map.entry("LN 1", Casts.BEGIN + "insitu_v > 0 THEN ln(insitu_v)" + Casts.END),
          Map.entry("LOG 1", Casts.BEGIN + "insitu_v > 0 THEN ln(insitu_v)" + Casts.END),
          Map.entry("LOG 2", LOGARITHM),
          Map.entry("LOG10 1", Casts.BEGIN + "insitu_v > 0 THEN log10(insitu_v)" + Casts.END),
          Map.entry("SQRT 1", Casts.BEGIN + "insitu_v >= 0 THEN sqrt(insitu_v)" + Casts.END),
          Map.entry(
              "EXP 1",
              Casts.BEGIN
                  + "isinf(exp(insitu_v)) AND NOT isinf(CAST(insitu_v AS DOUBLE)) THEN NULL"
                  + " ELSE exp(insitu_v)"
                  + Casts.END),
          Map.entry("POW 2", POWER),
          Map.entry("POWER 2", POWER),
          Map.entry("SUBSTR 3", "substr(substr($1, $2), 1, " + NOT_NEGATIVE.formatted(3) + ")"),
          Map.entry("SUBSTRING 3", "substr(substr($1, $2), 1, " + NOT_NEGATIVE.formatted(3) + ")"),
          Map.entry("LEFT 2", "left($1, " + NOT_NEGATIVE.formatted(2) + ")"),
          Map.entry("RIGHT 2", "right($1, " + NOT_NEGATIVE.formatted(2) + ")"),
          Map.entry("REPEAT 2", "repeat($1, " + NOT_NEGATIVE.formatted(2) + ")"));

  /** Those that fail in both, or in neither. */
  private static final Set<String> TRIED =
      Set.of(
          "ABS",
          "CEIL",
          "CEILING",
          "CONCAT",
          "DATE",
          "DATE_ADD",
          "DATE_DIFF",
          "DATE_SUB",
          "DATE_TRUNC",
          "DATETIME",
          "DATETIME_ADD",
          "DATETIME_DIFF",
          "DATETIME_SUB",
          "DATETIME_TRUNC",
          "DIV",
          "ENDS_WITH",
          "FLOOR",
          "FORMAT_DATE",
          "FORMAT_DATETIME",
          "FORMAT_TIMESTAMP",
          "IEEE_DIVIDE",
          "LENGTH",
          "LOWER",
          "MOD",
          "PARSE_DATE",
          "PARSE_DATETIME",
          "PARSE_TIMESTAMP",
          "REGEXP_CONTAINS",
          "REGEXP_EXTRACT",
          "REGEXP_EXTRACT_ALL",
          "REGEXP_REPLACE",
          "REPLACE",
          "REVERSE",
          "ROUND",
          "SIGN",
          "SPLIT",
          "STARTS_WITH",
          "STRPOS",
          "SUBSTR",
          "SUBSTRING",
          "TIMESTAMP",
          "TIMESTAMP_ADD",
          "TIMESTAMP_DIFF",
          "TIMESTAMP_MICROS",
          "TIMESTAMP_MILLIS",
          "TIMESTAMP_SECONDS",
          "TIMESTAMP_SUB",
          "TIMESTAMP_TRUNC",
          "TRIM",
          "TRUNC",
          "UPPER");

  private final GoogleSource source;
  private final Tokens tokens;
  private final StatementWriter out;
  private final Calls calls;

  SafeCalls(GoogleSource source, StatementWriter out, Calls calls) {
    this.source = source;
    this.tokens = source.tokens();
    this.out = out;
    this.calls = calls;
  }

  /** Writes the call behind the prefix that stands here; answers with the token behind it. */
  int write(int i) {
    int function = i + 2;
    String name = tokens.word(function);
    if (!source.opensAt(function + 1, '(')) {
      return out.copy(i);
    }
    List<Span> arguments = source.arguments(function + 1);
    Optional<String> written = Optional.ofNullable(WRITTEN.get(name + " " + arguments.size()));
    if (written.isPresent()) {
      out.template(i, written.get(), arguments);
      return source.partner(function + 1) + 1;
    }
    if (!TRIED.contains(name)) {
      throw source.notYet(
          "SAFE." + name, i, "SAFE_CAST, SAFE_DIVIDE, or CASE WHEN the argument is right.");
    }
    out.put("TRY(", i);
    out.putBehind(source.partner(function + 1), ")");
    return calls.call(function, name);
  }
}
