/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.text.Kind;
import org.insitu.parser.text.Source;
import org.insitu.parser.text.Span;
import org.insitu.parser.text.Tokens;

/**
 * Writes names in backticks as names in double quotes, the standard's. Every other character stays,
 * and stays where it is, so that a place in the new text is the place in the old one:
 *
 * <pre>{@code
 * SELECT `unit price`, '`' FROM `a``b`
 * SELECT "unit price", '`' FROM "a`b"
 * }</pre>
 *
 * <p>A dotted name in one pair of backticks is a path, as in BigQuery; one of its parts at most may
 * need quotes, for there are no more characters than that:
 *
 * <pre>{@code
 * SELECT * FROM `shop.rides`, `my-project.shop.rides`
 * SELECT * FROM  shop.rides , "my-project".shop.rides
 * }</pre>
 */
final class Backticks {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private Backticks() {}

  /**
   * The text of these tokens.
   *
   * <p><b>Errors:</b> {@code SYNTAX} for a double quote inside backticks: it would be two
   * characters.
   */
  static String replaced(Source source, Span span) {
    String text = source.text(span.from(), span.to());
    Tokens tokens = source.tokens();
    int base = tokens.start(span.from());
    StringBuilder written = null;
    for (int i = span.from(); i < span.to(); i++) {
      if (tokens.kind(i) == Kind.BACK_QUOTED) {
        written = written == null ? new StringBuilder(text) : written;
        replace(source, i, written, base);
      }
    }
    return written == null ? text : written.toString();
  }

  /**
   * All of a source's text up to a place with the paths alone written so: the warehouse knows names
   * in backticks, but takes a dotted one for one name.
   */
  static String paths(Source source, int end) {
    Tokens tokens = source.tokens();
    StringBuilder written = new StringBuilder(source.text().substring(0, end));
    for (int i = 0; i < tokens.size() && tokens.end(i) <= end; i++) {
      if (tokens.kind(i) == Kind.BACK_QUOTED && path(tokens.name(i)).isPresent()) {
        replace(source, i, written, 0);
      }
    }
    return written.toString();
  }

  private static void replace(Source source, int token, StringBuilder written, int base) {
    Tokens tokens = source.tokens();
    String name = tokens.name(token);
    if (name.indexOf('"') >= 0) {
      throw InsituException.of(ErrorCode.SYNTAX, "A double quote stands inside backticks.")
          .at(source.positionOf(token))
          .hint("Write \"" + name.replace("\"", "\"\"") + "\".");
    }
    StringBuilder quoted = new StringBuilder(path(name).orElse("\"" + name + "\""));
    int length = tokens.end(token) - tokens.start(token);
    quoted.append(" ".repeat(length - quoted.length()));
    int at = tokens.start(token) - base;
    written.replace(at, at + length, quoted.toString());
  }

  /** A dotted name as a path of the same length, two characters longer than the name. */
  private static Optional<String> path(String name) {
    List<String> parts = List.of(name.split("\\.", -1));
    if (parts.size() < 2 || parts.size() > 3 || parts.stream().anyMatch(String::isEmpty)) {
      return Optional.empty();
    }
    if (name.indexOf('"') >= 0) {
      return Optional.empty();
    }
    List<String> odd = parts.stream().filter(part -> !PLAIN.matcher(part).matches()).toList();
    return switch (odd.size()) {
      case 0 -> Optional.of(" " + name + " ");
      case 1 ->
          Optional.of(
              parts.stream()
                  .map(part -> part.equals(odd.getFirst()) ? "\"" + part + "\"" : part)
                  .collect(Collectors.joining(".")));
      default -> Optional.empty();
    };
  }
}
