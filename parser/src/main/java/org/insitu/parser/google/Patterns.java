/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.google;

import java.util.List;
import org.insitu.parser.text.Span;
import org.insitu.parser.text.Tokens;

/**
 * REGEXP_EXTRACT and its kin: they answer with what the pattern's one group matches, or the whole
 * match when it has none, and NULL where nothing matches; and APPROX_QUANTILES.
 */
final class Patterns {
  private static final int QUANTILES_MAX = 1_000;

  private final GoogleSource source;
  private final Tokens tokens;
  private final StatementWriter out;

  Patterns(GoogleSource source, StatementWriter out) {
    this.source = source;
    this.tokens = source.tokens();
    this.out = out;
  }

  /** Writes the call if it is one of these. */
  boolean write(int i, String name) {
    switch (name) {
      case "REGEXP_EXTRACT", "REGEXP_SUBSTR" -> extract(i, name, "[1]");
      case "REGEXP_EXTRACT_ALL" -> extract(i, name, "");
      case "APPROX_QUANTILES" -> quantiles(i);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void extract(int i, String name, String which) {
    List<Span> arguments = source.arguments(i + 1);
    if (arguments.size() != 2 || !source.isLiteral(arguments.get(1))) {
      throw source.notYet(
          name + " but of a text and a literal pattern",
          i,
          "regexp_extract_all(x, pattern, group).");
    }
    int groups = groups(Quoted.of(source, arguments.get(1).from()).value());
    if (groups > 1) {
      throw source.wrong(
          "The pattern has %d groups (expected: <= 1).".formatted(groups),
          arguments.get(1).from(),
          "(?:...) groups without being one.");
    }
    out.template(i, "regexp_extract_all($1, $2, " + groups + ")" + which, arguments);
  }

  /** The groups of a pattern that catch something. */
  static int groups(String pattern) {
    int groups = 0;
    boolean inClass = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\') {
        i++;
      } else if (inClass) {
        inClass = c != ']';
      } else if (c == '[') {
        inClass = true;
        // A bracket that comes first is one of the class.
        i += pattern.startsWith("^]", i + 1) ? 2 : pattern.startsWith("]", i + 1) ? 1 : 0;
      } else if (c == '(') {
        boolean quiet = pattern.startsWith("?", i + 1);
        boolean named = pattern.startsWith("?P<", i + 1) || pattern.startsWith("?<", i + 1);
        groups += quiet && !named ? 0 : 1;
      }
    }
    return groups;
  }

  /** Exact ones; GoogleSQL's may be off by a little. */
  private void quantiles(int i) {
    List<Span> arguments = source.arguments(i + 1);
    String number = arguments.size() == 2 ? tokens.image(arguments.get(1).from()) : "";
    boolean literal =
        number.matches("[0-9]{1,4}") && arguments.get(1).to() == arguments.get(1).from() + 1;
    int parts = literal ? Integer.parseInt(number) : 0;
    if (parts < 1 || parts > QUANTILES_MAX) {
      throw source.notYet(
          "APPROX_QUANTILES but for a literal number from 1 to " + QUANTILES_MAX,
          i,
          "quantile_disc(x, [0, 0.5, 1]).");
    }
    StringBuilder places = new StringBuilder("0");
    for (int k = 1; k <= parts; k++) {
      places.append(", ").append((double) k / parts);
    }
    out.template(i, "quantile_disc($1, [" + places + "])", arguments);
  }
}
