/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.google;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.text.Span;
import org.insitu.parser.text.Tokens;

/**
 * Functions of dates whose argument is a part of a date or a format. GoogleSQL's weeks begin with
 * Sunday, DuckDB's with Monday.
 */
final class DateCalls {
  private static final Set<String> DATE_PARTS = Set.of("DAY", "MONTH", "QUARTER", "YEAR");
  private static final Set<String> CLOCK_PARTS =
      Set.of("MICROSECOND", "MILLISECOND", "SECOND", "MINUTE", "HOUR");

  /** From Monday on, where DuckDB's weeks begin. */
  private static final List<String> WEEKDAYS =
      List.of(
          "WEEK(MONDAY)",
          "WEEK(TUESDAY)",
          "WEEK(WEDNESDAY)",
          "WEEK(THURSDAY)",
          "WEEK(FRIDAY)",
          "WEEK(SATURDAY)",
          "WEEK(SUNDAY)");

  private final GoogleSource source;
  private final Tokens tokens;
  private final StatementWriter out;

  DateCalls(GoogleSource source, StatementWriter out) {
    this.source = source;
    this.tokens = source.tokens();
    this.out = out;
  }

  /** Writes the call if it is one of these. */
  boolean write(int i, String name) {
    switch (name) {
      case "EXTRACT" -> extract(i);
      case "DATE_DIFF" -> difference(i, "DATE");
      case "DATETIME_DIFF" -> difference(i, "TIMESTAMP");
      case "TIMESTAMP_DIFF" -> elapsed(i);
      case "DATE_TRUNC" -> truncated(i, "DATE");
      case "DATETIME_TRUNC", "TIMESTAMP_TRUNC" -> truncated(i, "TIMESTAMP");
      case "FORMAT_DATE" -> formatted(i, "DATE");
      case "FORMAT_DATETIME", "FORMAT_TIMESTAMP" -> formatted(i, "TIMESTAMP");
      case "PARSE_DATE" -> parsed(i, "DATE");
      case "PARSE_DATETIME", "PARSE_TIMESTAMP" -> parsed(i, "TIMESTAMP");
      default -> {
        return false;
      }
    }
    return true;
  }

  private void extract(int i) {
    int from = i + 2;
    int end = source.partner(i + 1);
    while (from < end && !tokens.is(from, "FROM")) {
      from = source.next(from);
    }
    if (from >= end) {
      throw source.wrong("EXTRACT needs FROM.", i, "EXTRACT(YEAR FROM day)");
    }
    String part = part(new Span(i + 2, from));
    String template =
        switch (part) {
          case "YEAR",
              "QUARTER",
              "MONTH",
              "DAY",
              "DAYOFYEAR",
              "HOUR",
              "MINUTE",
              "SECOND",
              "ISOYEAR" ->
              "EXTRACT(" + part + " FROM $1)";
          case "DAYOFWEEK" -> "(EXTRACT(DOW FROM $1) + 1)";
          case "ISOWEEK" -> "EXTRACT(WEEK FROM $1)";
          case "WEEK", "WEEK(SUNDAY)" -> "CAST(strftime($1, '%U') AS BIGINT)";
          case "WEEK(MONDAY)" -> "CAST(strftime($1, '%W') AS BIGINT)";
          case "MILLISECOND" -> "(EXTRACT(MILLISECOND FROM $1) % 1000)";
          case "MICROSECOND" -> "(EXTRACT(MICROSECOND FROM $1) % 1000000)";
          case "DATE", "TIME" -> "CAST($1 AS " + part + ")";
          case "DATETIME" -> "CAST($1 AS TIMESTAMP)";
          default -> weekOfYear(part, i + 2);
        };
    int zone = end - 1;
    if (tokens.are(end - 4, "AT", "TIME", "ZONE") && source.isString(zone)) {
      String local = "timezone($2, timezone('UTC', CAST($1 AS TIMESTAMP)))";
      Span instant = new Span(from + 1, end - 4);
      out.template(i, template.replace("$1", local), List.of(instant, new Span(zone, end)));
      return;
    }
    out.template(i, template, List.of(new Span(from + 1, end)));
  }

  /** The week of the year by weeks of a begin; the days before the first begin are week 0. */
  private String weekOfYear(String part, int i) {
    return ("list_transform([$1], lambda insitu_v: (EXTRACT(DOY FROM insitu_v) + 6"
            + " - (EXTRACT(ISODOW FROM insitu_v) + %d) %% 7) // 7)[1]")
        .formatted(6 - weekday(part, i));
  }

  private int weekday(String part, int i) {
    int day = WEEKDAYS.indexOf(part);
    if (day < 0) {
      throw unknown(part, i);
    }
    return day;
  }

  /** How many borders of a part lie between two dates. */
  private void difference(int i, String type) {
    List<Span> arguments = arguments(i, 3);
    String part = part(arguments.get(2));
    boolean known =
        DATE_PARTS.contains(part) || (type.equals("TIMESTAMP") && CLOCK_PARTS.contains(part));
    String first = "CAST($1 AS " + type + ")";
    String second = "CAST($2 AS " + type + ")";
    out.template(
        i,
        known
            ? "(-date_diff('%s', %s, %s))".formatted(lower(part), first, second)
            : "(-(date_diff('day', %s, %s) // 7))"
                .formatted(
                    week(first, part, arguments.get(2)), week(second, part, arguments.get(2))),
        arguments);
  }

  /** How many whole parts have passed between two instants. */
  private void elapsed(int i) {
    List<Span> arguments = arguments(i, 3);
    String part = part(arguments.get(2));
    if (!part.equals("DAY") && !CLOCK_PARTS.contains(part)) {
      throw unknown(part, arguments.get(2).from());
    }
    out.template(
        i,
        "(-date_sub('%s', CAST($1 AS TIMESTAMP), CAST($2 AS TIMESTAMP)))".formatted(lower(part)),
        arguments);
  }

  private void truncated(int i, String type) {
    List<Span> arguments = arguments(i, 2);
    String part = part(arguments.get(1));
    boolean known =
        DATE_PARTS.contains(part) || (type.equals("TIMESTAMP") && CLOCK_PARTS.contains(part));
    String value = "CAST($1 AS " + type + ")";
    String template =
        known
            ? "date_trunc('%s', %s)".formatted(lower(part), value)
            : week(value, part, arguments.get(1));
    out.template(i, "CAST(" + template + " AS " + type + ")", arguments);
  }

  /** The first day of the week of a day. */
  private String week(String day, String part, Span place) {
    int begin =
        switch (part) {
          case "WEEK" -> weekday("WEEK(SUNDAY)", place.from());
          case "ISOWEEK" -> weekday("WEEK(MONDAY)", place.from());
          default -> weekday(part, place.from());
        };
    if (begin == 0) {
      return "date_trunc('week', " + day + ")";
    }
    String days = "INTERVAL " + (7 - begin) + " DAY";
    return "(date_trunc('week', " + day + " + " + days + ") - " + days + ")";
  }

  private void formatted(int i, String type) {
    List<Span> arguments = arguments(i, 2);
    String format = format(arguments.getFirst());
    out.template(
        i, "strftime(CAST($1 AS " + type + "), '" + format + "')", List.of(arguments.get(1)));
  }

  private void parsed(int i, String type) {
    List<Span> arguments = arguments(i, 2);
    String format = format(arguments.getFirst());
    out.template(
        i, "CAST(strptime($1, '" + format + "') AS " + type + ")", List.of(arguments.get(1)));
  }

  /** A literal format of the elements that both know. */
  private String format(Span argument) {
    if (!source.isLiteral(argument)) {
      throw source.notYet("A format that is no literal", argument.from(), "Write it as a string.");
    }
    String format =
        Quoted.of(source, argument.from())
            .value()
            .replace("%F", "%Y-%m-%d")
            .replace("%T", "%H:%M:%S")
            .replace("%D", "%m/%d/%y");
    for (int i = format.indexOf('%'); i >= 0; i = format.indexOf('%', i + 2)) {
      if (i + 1 == format.length() || "YmdHMSyBbAajpIUw%".indexOf(format.charAt(i + 1)) < 0) {
        String element = format.substring(i, Math.min(i + 2, format.length()));
        throw source.notYet(
            "The format element " + element, argument.from(), "%Y, %m, %d, %H, %M and %S are.");
      }
    }
    return format.replace("'", "''").replace("$", "$$");
  }

  private List<Span> arguments(int i, int count) {
    List<Span> arguments = source.arguments(i + 1);
    if (arguments.size() != count) {
      throw source.notYet(
          "%s of %d arguments".formatted(tokens.word(i), arguments.size()),
          i,
          "It takes %d here; time zones are not available.".formatted(count));
    }
    return arguments;
  }

  /** A part's word, with what stands in brackets behind it. */
  private String part(Span span) {
    StringBuilder part = new StringBuilder();
    for (int k = span.from(); k < span.to(); k++) {
      part.append(tokens.image(k).toUpperCase(Locale.ROOT));
    }
    return part.toString();
  }

  private InsituException unknown(String part, int i) {
    return source.notYet(
        "The date part " + part, i, "DAY, WEEK, MONTH, QUARTER and YEAR are some.");
  }

  private static String lower(String part) {
    return part.toLowerCase(Locale.ROOT);
  }
}
