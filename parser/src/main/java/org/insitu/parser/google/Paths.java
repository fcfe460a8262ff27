/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.google;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.insitu.parser.text.Kind;
import org.insitu.parser.text.Tokens;

/**
 * Names of tables and models: in one pair of backticks or in several, with dashes in the project's.
 *
 * <p>A path of three parts (of two, for a dataset) begins with a project. One that is known here, a
 * catalogue's name, stays; another is left out, for there is one warehouse.
 *
 * <pre>{@code
 * FROM `my-project.shop.rides`, JOIN my-project.shop.rides
 * FROM "shop"."rides"         , JOIN shop.rides
 * }</pre>
 */
final class Paths {
  /** Words behind which a table's path stands. */
  private static final Set<String> BEFORE =
      Set.of("FROM", "JOIN", "INTO", "TABLE", "UPDATE", "VIEW", "MODEL", "EXISTS", "SCHEMA");

  /** Verbs behind which INTO or FROM may be left out. */
  private static final Set<String> CHANGES = Set.of("INSERT", "DELETE", "MERGE");

  private static final Set<String> STATEMENTS = Set.of("CREATE", "DROP", "ALTER");
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final GoogleSource source;
  private final Tokens tokens;
  private final Predicate<List<String>> known;

  /**
   * @param known whether a whole path is known here as it is, by its catalogue's name or its own
   */
  Paths(GoogleSource source, Predicate<List<String>> known) {
    this.source = source;
    this.tokens = source.tokens();
    this.known = known;
  }

  /**
   * One part of a path.
   *
   * @param token where it stands
   * @param plain whether it needs no quotes
   */
  private record Part(String name, int token, boolean plain) {
    private String written() {
      return plain ? name : Quoted.name(name);
    }
  }

  /**
   * Writes the path that begins at a token, where it has to be written otherwise than it stands;
   * answers with the token behind it, or {@code i} when it is left to others.
   */
  int write(int i, Translation.Builder out) {
    boolean whole = tokens.kind(i) == Kind.BACK_QUOTED && tokens.name(i).indexOf('.') > 0;
    boolean column = tokens.is(i - 1, '.') || tokens.is(i - 1, "AS");
    if (column || !(whole || isTable(i))) {
      return i;
    }
    List<Part> parts = new ArrayList<>();
    int next = read(i, parts);
    if (parts.stream().anyMatch(part -> part.name().isEmpty())) {
      return i;
    }
    int projectAt = isSchema(i) ? 2 : 3;
    boolean leftOut = parts.size() == projectAt && !isKnown(parts);
    if (!leftOut && !needsQuotes(i, parts)) {
      return i;
    }
    if (leftOut) {
      out.leaveOut(parts.getFirst().name());
      parts.removeFirst();
    }
    String point = "";
    for (Part part : parts) {
      out.put(point + part.written(), tokens.start(part.token()));
      point = ".";
    }
    return next;
  }

  private boolean isKnown(List<Part> parts) {
    return known.test(parts.stream().map(Part::name).toList());
  }

  /** A name with dashes that is in no quotes, or more of them than fit between two backticks. */
  private boolean needsQuotes(int i, List<Part> parts) {
    return tokens.kind(i) == Kind.BACK_QUOTED
        ? parts.size() > 1
            && parts.getFirst().token() == parts.getLast().token()
            && parts.stream().filter(part -> !PLAIN.matcher(part.name()).matches()).count() > 1
        : !parts.getFirst().plain();
  }

  /** The token behind the name in CREATE of one of these; -1 in other statements. */
  int afterCreated(Set<String> objects) {
    if (!tokens.is(0, "CREATE")) {
      return -1;
    }
    int i = tokens.are(1, "OR", "REPLACE") ? 3 : 1;
    if (tokens.is(i, "TEMP") || tokens.is(i, "TEMPORARY")) {
      i++;
    }
    return objects.contains(tokens.word(i))
        ? after(tokens.are(i + 1, "IF", "NOT", "EXISTS") ? i + 4 : i + 1)
        : -1;
  }

  /** The token behind the path that begins here; {@code i} itself when none does. */
  int after(int i) {
    return tokens.isName(i) ? read(i, new ArrayList<>()) : i;
  }

  private int read(int i, List<Part> parts) {
    int next = first(i, parts);
    while (tokens.is(next, '.') && tokens.isName(next + 1)) {
      add(next + 1, parts);
      next += 2;
    }
    return next;
  }

  private int first(int i, List<Part> parts) {
    int end = tokens.kind(i) == Kind.WORD ? dashedEnd(i) : -1;
    if (end < 0) {
      add(i, parts);
      return i + 1;
    }
    parts.add(new Part(source.text().substring(tokens.start(i), end), i, false));
    int next = i + 1;
    while (tokens.start(next) < end) {
      next++;
    }
    // A number that is the last of it took the point along.
    if (tokens.end(next - 1) == end + 1 && tokens.isName(next)) {
      add(next, parts);
      return next + 1;
    }
    return next;
  }

  private void add(int token, List<Part> parts) {
    if (tokens.kind(token) == Kind.WORD) {
      parts.add(new Part(tokens.name(token), token, true));
      return;
    }
    for (String name : Quoted.of(source, token).value().split("\\.", -1)) {
      parts.add(new Part(name, token, false));
    }
  }

  /** Whether a table, a model or a dataset stands here, and no column. */
  private boolean isTable(int i) {
    boolean changed = i == 1 && CHANGES.contains(tokens.word(0));
    if (!changed && !BEFORE.contains(tokens.word(i - 1))) {
      return false;
    }
    int parent = source.parent(i);
    boolean extracted = parent > 0 && tokens.is(parent - 1, "EXTRACT");
    return !extracted && !tokens.are(i - 2, "DISTINCT", "FROM");
  }

  private boolean isSchema(int i) {
    return STATEMENTS.contains(tokens.word(0))
        && tokens.is(1, "SCHEMA")
        && (tokens.is(i - 1, "SCHEMA") || tokens.is(i - 1, "EXISTS"));
  }

  /** Where a name with dashes ends before a point; -1 for another name. */
  private int dashedEnd(int i) {
    String text = source.text();
    int word = tokens.end(i);
    int at = word;
    while (at + 1 < text.length() && text.charAt(at) == '-' && isNamePart(text.charAt(at + 1))) {
      at++;
      while (at < text.length() && isNamePart(text.charAt(at))) {
        at++;
      }
    }
    return at > word && at < text.length() && text.charAt(at) == '.' ? at : -1;
  }

  private static boolean isNamePart(char c) {
    return c == '_' || (c < 128 && Character.isLetterOrDigit(c));
  }
}
