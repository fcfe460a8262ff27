/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.text;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells by its first words whether a statement is ours.
 *
 * <p>Only words that no warehouse's statement begins with decide: {@code SHOW MODEL} alone
 * describes a table called model, {@code USE x} chooses a schema, {@code SET x = 1} is the
 * warehouse's setting; {@code USE WAREHOUSE x} and {@code SET insitu.x = 1} are ours.
 */
public final class Head {
  /** Words that stand before MODEL in a statement of ours. */
  private static final List<String> VERBS =
      List.of(
          "CREATE", "TRAIN", "EVALUATE", "PREDICT", "DROP", "ALTER", "SHOW", "DESCRIBE", "EXPORT");

  private static final Set<String> CREATE_MODEL_CLAUSES =
      Set.of("OPTIONS", "OPTION", "TRANSFORM", "TARGET");

  private final Tokens tokens;
  private final int from;
  private final int to;

  private Head(Tokens tokens, Span span) {
    this.tokens = tokens;
    this.from = span.from();
    this.to = span.to();
  }

  /** Whether the statement is ours by its head; EXPLAIN is looked through elsewhere. */
  public static boolean isOurs(Tokens tokens, Span span) {
    return new Head(tokens, span).isOurs();
  }

  /** A word of the head that is very likely a misspelling of ours, and the right one. */
  public static Optional<Misspelling> misspelling(Tokens tokens, Span span) {
    return new Head(tokens, span).misspelling();
  }

  /** The first token after EXPLAIN and its options; {@code from} when it is no EXPLAIN. */
  public static int afterExplain(Tokens tokens, Span span) {
    int i = span.from();
    if (!tokens.is(i, "EXPLAIN")) {
      return i;
    }
    i++;
    if (tokens.is(i, '(') && (tokens.is(i + 1, "ANALYZE") || tokens.is(i + 1, "FORMAT"))) {
      return Math.min(tokens.closing(i, span.to()) + 1, span.to());
    }
    if (tokens.is(i, "ANALYZE")) {
      i++;
    }
    if (tokens.is(i, "FORMAT") && tokens.isName(i + 1)) {
      i += 2;
    }
    return Math.min(i, span.to());
  }

  /**
   * The first token after the name in a statement of ours, so that a model may be called by a word
   * of ours.
   */
  public static int afterModelName(Tokens tokens, Span span) {
    int i = span.from() + 2;
    if (tokens.are(span.from() + 1, "OR", "REPLACE")) {
      i += 2;
    }
    if (tokens.are(i, "IF", "NOT", "EXISTS")) {
      i += 3;
    }
    i = tokens.afterPath(i);
    if (tokens.is(i, '@')) {
      i += 2;
    }
    return Math.min(i, span.to());
  }

  /** A token and the word meant. */
  public record Misspelling(int token, String meant) {}

  private boolean isOurs() {
    return switch (tokens.word(from)) {
      case "CREATE" -> tokens.is(afterCreate(), "MODEL") || tokens.are(from, "CREATE", "WAREHOUSE");
      case "TRAIN", "EVALUATE", "PREDICT", "ALTER", "EXPORT" -> tokens.is(from + 1, "MODEL");
      case "DROP" -> tokens.is(from + 1, "MODEL") || tokens.is(from + 1, "WAREHOUSE");
      case "DESCRIBE", "DESC" -> tokens.is(from + 1, "MODEL") && from + 2 < to;
      case "SHOW" -> isShow();
      case "USE" -> tokens.is(from + 1, "WAREHOUSE") && from + 2 < to;
      case "SET", "RESET" -> isSetting();
      default -> false;
    };
  }

  private boolean isShow() {
    return switch (tokens.word(from + 1)) {
      case "MODELS" -> from + 2 == to || tokens.is(from + 2, "LIKE");
      case "MODEL" -> from + 2 < to;
      case "VERSIONS" -> tokens.is(from + 2, "OF");
      case "WAREHOUSES" -> from + 2 == to;
      default -> isSetting();
    };
  }

  private boolean isSetting() {
    return tokens.is(from + 1, "INSITU") && tokens.is(from + 2, '.');
  }

  private int afterCreate() {
    return tokens.are(from + 1, "OR", "REPLACE") ? from + 3 : from + 1;
  }

  private Optional<Misspelling> misspelling() {
    String verb = tokens.word(from);
    int object = verb.equals("CREATE") ? afterCreate() : from + 1;
    if (tokens.is(object, "MODEL") && !VERBS.contains(verb) && tokens.isName(object + 1)) {
      return Nearest.to(verb, VERBS).map(meant -> new Misspelling(from, meant));
    }
    if (verb.equals("CREATE") && tokens.isName(object + 1) && hasModelClause(object + 2)) {
      return Nearest.to(tokens.word(object), List.of("MODEL"))
          .map(meant -> new Misspelling(object, meant));
    }
    boolean verbIsOurs = Set.of("TRAIN", "EVALUATE", "PREDICT").contains(verb);
    if (verbIsOurs && tokens.isName(object + 1)) {
      return Nearest.to(tokens.word(object), List.of("MODEL"))
          .map(meant -> new Misspelling(object, meant));
    }
    return Optional.empty();
  }

  private boolean hasModelClause(int start) {
    for (int i = start; i < to; i++) {
      if (CREATE_MODEL_CLAUSES.contains(tokens.word(i))) {
        return true;
      }
    }
    return false;
  }
}
