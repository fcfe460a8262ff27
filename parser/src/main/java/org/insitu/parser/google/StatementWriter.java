/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.google;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.insitu.parser.text.Kind;
import org.insitu.parser.text.Span;
import org.insitu.parser.text.Tokens;

/** Writes a statement token by token; words with a meaning of their own go to {@link Words}. */
final class StatementWriter {
  /** Calls in calls; each is a recursion. */
  private static final int NESTING_MAX = 400;

  private final GoogleSource source;
  private final Tokens tokens;
  private final Translation.Builder out;
  private final Paths paths;
  private final StorageClauses storage;
  private final Words words;

  /** What follows a token that has been written. */
  private final Map<Integer, String> behind = new HashMap<>();

  private int depth;

  StatementWriter(GoogleSource source, Predicate<List<String>> known) {
    this.source = source;
    this.tokens = source.tokens();
    this.out = new Translation.Builder(source.text());
    this.paths = new Paths(source, known);
    this.storage = new StorageClauses(source, paths);
    this.words = new Words(source, this, paths);
  }

  Translation write() {
    Comments.write(source.text(), 0, tokens.start(0), out);
    write(new Span(0, tokens.size()));
    int end = tokens.size() == 0 ? tokens.start(0) : tokens.end(tokens.size() - 1);
    Comments.write(source.text(), end, source.text().length(), out);
    return out.build();
  }

  /** Writes tokens and what stands between them. */
  void write(Span span) {
    if (++depth > NESTING_MAX) {
      throw source.wrong(
          "Calls in calls: more than %d (expected: <= %d).".formatted(NESTING_MAX, NESTING_MAX),
          span.from(),
          "Name parts of it in WITH.");
    }
    int i = span.from();
    while (i < span.to()) {
      i = token(i);
      out.put(behind.getOrDefault(i - 1, ""), tokens.end(i - 1));
      if (i < span.to()) {
        gap(i);
      }
    }
    depth--;
  }

  /** Writes options: names and literals, no SQL. */
  void writeValues(Span span) {
    for (int i = span.from(); i < span.to(); i++) {
      switch (tokens.kind(i)) {
        case STRING, BACK_QUOTED, UNENDED -> token(i);
        case SYMBOL -> words.option(i);
        default -> copy(i);
      }
      if (i + 1 < span.to()) {
        gap(i + 1);
      }
    }
  }

  /** Writes the token, and perhaps more; answers with the one behind. */
  private int token(int i) {
    int behindClause = storage.after(i);
    if (behindClause > i) {
      out.ignore(tokens.word(i) + (tokens.is(i + 1, "BY") ? " BY" : ""));
      return behindClause;
    }
    return switch (tokens.kind(i)) {
      case STRING -> string(i);
      case BACK_QUOTED -> name(i);
      case NUMBER -> number(i);
      case SYMBOL -> words.symbol(i);
      case WORD -> words.word(i);
      case DOUBLE_QUOTED -> throw new IllegalStateException("GoogleSQL has no such token");
      case UNENDED ->
          throw source.wrong(
              tokens.image(i).startsWith("/*")
                  ? "The comment has no end."
                  : "The quote is not closed on its line.",
              i,
              "Three quotes begin and end what goes over lines.");
    };
  }

  int copy(int i) {
    out.copy(tokens.start(i), tokens.end(i));
    return i + 1;
  }

  /** Writes other words for a token. */
  int put(String words, int i) {
    out.put(words, tokens.start(i));
    return i + 1;
  }

  /** Has words follow a token that has yet to be written, before those that do already. */
  void putBehind(int i, String words) {
    behind.merge(i, words, (outer, inner) -> inner + outer);
  }

  /** What stands before a token, apart from it even where GoogleSQL needs no space. */
  void gap(int i) {
    boolean apart = true;
    if (tokens.end(i - 1) == tokens.start(i)) {
      Kind before = tokens.kind(i - 1);
      apart =
          switch (tokens.kind(i)) {
            case STRING -> {
              requireOne(before, i);
              yield before == Kind.SYMBOL && !tokens.is(i - 1, '&');
            }
            case BACK_QUOTED -> before != Kind.BACK_QUOTED;
            default -> true;
          };
    }
    if (!apart) {
      out.put(" ", tokens.start(i));
    }
    Comments.write(source.text(), tokens.end(i - 1), tokens.start(i), out);
  }

  private void requireOne(Kind before, int i) {
    if (before == Kind.STRING) {
      throw source.wrong(
          "Two strings stand side by side.", i, "A quote in a string is written \\'.");
    }
  }

  private int string(int i) {
    return put(Quoted.of(source, i).written(), i);
  }

  /** Writes a table's path if it cannot stay; answers with what is behind it, else {@code i}. */
  int path(int i) {
    return paths.write(i, out);
  }

  private int name(int i) {
    int next = path(i);
    if (next > i) {
      return next;
    }
    String image = tokens.image(i);
    String name = image.indexOf('\\') < 0 ? tokens.name(i) : Quoted.of(source, i).value();
    if (name.isEmpty()) {
      throw source.wrong("A name is empty.", i, "Write the name between the backticks.");
    }
    return image.indexOf('\\') < 0 ? copy(i) : put("`" + name.replace("`", "``") + "`", i);
  }

  /** A number with a point is a FLOAT64, DuckDB's with an exponent is one. */
  private int number(int i) {
    String image = tokens.image(i);
    if (image.startsWith("0x") || image.startsWith("0X")) {
      return put(whole(image, i), i);
    }
    copy(i);
    boolean decimal = image.indexOf('.') >= 0 && image.toLowerCase(Locale.ROOT).indexOf('e') < 0;
    if (decimal && !words.isOfMl(i) && !tokens.is(i + 1, "PERCENT")) {
      out.put("e0", tokens.start(i));
    }
    return i + 1;
  }

  private String whole(String image, int i) {
    try {
      return Long.toString(Long.parseLong(image.substring(2), 16));
    } catch (NumberFormatException e) {
      throw source.wrong(
          "Number: %s (expected: <= 0x7fffffffffffffff).".formatted(image),
          i,
          "An INT64 has 64 bits.");
    }
  }

  /**
   * Writes a template at a token's place: {@code $1} is an argument, {@code $*} all of them, {@code
   * $|} all of them with {@code ||} between, {@code $$} a dollar sign.
   */
  void template(int i, String template, List<Span> arguments) {
    int from = 0;
    for (int at = template.indexOf('$'); at >= 0; at = template.indexOf('$', from)) {
      put(template.substring(from, at), i);
      char which = template.charAt(at + 1);
      from = at + 2;
      switch (which) {
        case '*' -> join(i, ", ", arguments);
        case '|' -> join(i, " || ", arguments);
        case '$' -> put("$", i);
        default -> write(arguments.get(which - '1'));
      }
    }
    put(template.substring(from), i);
  }

  private void join(int i, String separator, List<Span> arguments) {
    for (int k = 0; k < arguments.size(); k++) {
      put(k == 0 ? "(" : separator + "(", i);
      write(arguments.get(k));
      put(")", i);
    }
  }
}
