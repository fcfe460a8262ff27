/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.google;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.text.Span;
import org.insitu.parser.text.Tokens;

/**
 * {@code FORMAT('%d of %s', n, x)}: the pieces of the format put together by {@code ||}, for each
 * specifier DuckDB's {@code printf} of its argument, which refuses the same types.
 *
 * <p><b>Source:</b> GoogleSQL, "FORMAT" of the string functions; DuckDB 2.0's printf tried with
 * widths, flags, negative numbers, NaN, infinities and letters of two bytes.
 */
final class Formats {
  private static final Pattern SPECIFIER =
      Pattern.compile("%([-+ #0']*)([0-9]*)(\\.[0-9]+)?([A-Za-z%*.]?)");
  private static final int WIDTH_DIGITS_MAX = 4;

  private static final String TEXT =
      "coalesce("
          + Casts.BEGIN
          + "typeof(insitu_v) LIKE 'STRUCT%'"
          + " OR typeof(insitu_v) LIKE '%]' OR typeof(insitu_v) = 'BLOB'"
          + " THEN error('FORMAT: %t of ' || typeof(insitu_v) || ' is not available')"
          + " WHEN typeof(insitu_v) IN ('DOUBLE', 'FLOAT') AND CAST(insitu_v AS VARCHAR) = 'nan'"
          + " THEN 'NaN'"
          + Casts.TEXT_OF_OTHERS
          + Casts.END
          + ", 'NULL')";

  private final GoogleSource source;
  private final Tokens tokens;
  private final StatementWriter out;

  Formats(GoogleSource source, StatementWriter out) {
    this.source = source;
    this.tokens = source.tokens();
    this.out = out;
  }

  /** Writes the call of FORMAT whose name stands here; answers with the token behind it. */
  int write(int i) {
    List<Span> arguments = source.arguments(i + 1);
    if (arguments.isEmpty() || !source.isLiteral(arguments.getFirst())) {
      throw source.notYet(
          "FORMAT with a format that is no literal", i, "Write the format as a string.");
    }
    int literal = arguments.getFirst().from();
    String format = Quoted.of(source, literal).value();
    Matcher found = SPECIFIER.matcher(format);
    int argument = 1;
    int from = 0;
    String between = "(";
    while (found.find()) {
      boolean percent = found.group().equals("%%");
      String before = format.substring(from, found.start()) + (percent ? "%" : "");
      if (!before.isEmpty()) {
        out.put(between + Quoted.text(before), i);
        between = " || ";
      }
      if (!percent) {
        out.put(between, i);
        between = " || ";
        String template = template(found, literal);
        if (argument == arguments.size()) {
          throw count(format, arguments.size() - 1, "fewer than its specifiers", literal);
        }
        out.template(i, template, List.of(arguments.get(argument++)));
      }
      from = found.end();
    }
    if (argument < arguments.size()) {
      throw count(format, arguments.size() - 1, "more than its specifiers", literal);
    }
    String rest = format.substring(from);
    out.put(rest.isEmpty() && !between.equals("(") ? ")" : between + Quoted.text(rest) + ")", i);
    return source.partner(i + 1) + 1;
  }

  private InsituException count(String format, int arguments, String what, int literal) {
    return source.wrong(
        "FORMAT '%s' has %d arguments, %s.".formatted(format, arguments, what),
        literal,
        "Each specifier takes one; %% writes a percent sign.");
  }

  /** What is written for one specifier of {@code $1}. */
  private String template(Matcher found, int literal) {
    String flags = found.group(1);
    String width = found.group(2);
    String precision = found.group(3) == null ? "" : found.group(3);
    String kind = found.group(4);
    boolean text = kind.equals("s") || kind.equals("t");
    boolean whole = kind.equals("d") || kind.equals("i");
    boolean decimal = !kind.isEmpty() && "feEgG".contains(kind);
    boolean grouped = flags.equals("'") && width.isEmpty() && (whole || kind.equals("f"));
    boolean known =
        (text && flags.matches("-*"))
            || (whole && precision.isEmpty() && flags.matches("[-+ 0]*"))
            || (decimal && flags.matches("[-+ 0]*"))
            || (grouped && (!whole || precision.isEmpty()));
    if (!known || width.length() > WIDTH_DIGITS_MAX || precision.length() > WIDTH_DIGITS_MAX) {
      throw source.notYet(
          "The specifier " + found.group() + " of FORMAT",
          literal,
          "%d, %i, %s, %t, %f, %e, %g and %% are, with a width, a precision and the flags - + 0.");
    }
    if (grouped) {
      String digits = whole ? "d" : (precision.isEmpty() ? ".6" : precision) + "f";
      return "format('{:," + digits + "}', $1)";
    }
    String printf = "printf('%" + flags + width + precision + (whole ? "d" : text ? "s" : kind);
    if (!kind.equals("t")) {
      return printf + "', $1)";
    }
    return width.isEmpty() && precision.isEmpty() ? TEXT : printf + "', " + TEXT + ")";
  }
}
