/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.insitu.parser.option.MlFunction;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/**
 * Completes the word at the cursor by what stands before it: models behind MODEL, tables behind
 * FROM, columns behind a table's dot, else all of them and the keywords.
 */
final class Completion implements Completer {
  private static final Set<String> BEFORE_TABLES =
      Set.of("FROM", "JOIN", "INTO", "TABLE", "UPDATE", "VIEW");

  private final Supplier<Names> names;

  Completion(Supplier<Names> names) {
    this.names = names;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    for (String text : candidates(line.words())) {
      candidates.add(new Candidate(text, text, null, null, null, null, Keywords.contains(text)));
    }
  }

  /** What may stand at the place of the last word. */
  List<String> candidates(List<String> words) {
    String word = words.getLast();
    String before = words.size() < 2 ? "" : words.get(words.size() - 2);
    Names known = names.get();
    if (words.size() == 1 && word.startsWith("\\")) {
      return ConsoleCommand.names();
    }
    if (before.equals("\\m") || before.equalsIgnoreCase("MODEL")) {
      return known.models();
    }
    if (before.equals("\\d")) {
      return joined(known.tables(), known.models());
    }
    if (before.equals("\\format")) {
      return List.of("table", "csv", "json");
    }
    if (word.regionMatches(true, 0, "ML.", 0, 3)) {
      return MlFunction.names().stream().map(name -> "ML." + name + "(").toList();
    }
    int dot = word.lastIndexOf('.');
    if (dot > 0) {
      String table = word.substring(0, dot);
      String name = table.substring(table.lastIndexOf('.') + 1);
      return known.columnsOf(table(name, words, known)).stream().map(c -> table + "." + c).toList();
    }
    if (BEFORE_TABLES.contains(before.toUpperCase(Locale.ROOT))) {
      return joined(known.tables(), List.of("ML.PREDICT("));
    }
    return everything(word, known);
  }

  private static List<String> everything(String word, Names known) {
    boolean lower = !word.isEmpty() && Character.isLowerCase(word.charAt(0));
    List<String> all = new ArrayList<>();
    for (String keyword : Keywords.ALL) {
      all.add(lower ? keyword.toLowerCase(Locale.ROOT) : keyword);
    }
    all.add("ML.");
    all.addAll(known.tables());
    all.addAll(known.models());
    all.addAll(known.allColumns());
    return all;
  }

  /** The table that a name before a dot means: itself, or what it is an alias of. */
  private static String table(String name, List<String> words, Names known) {
    if (!known.columnsOf(name).isEmpty()) {
      return name;
    }
    for (int i = 1; i < words.size() - 1; i++) {
      if (words.get(i).equalsIgnoreCase(name)) {
        int at = words.get(i - 1).equalsIgnoreCase("AS") ? i - 2 : i - 1;
        if (at >= 0 && !known.columnsOf(words.get(at)).isEmpty()) {
          return words.get(at);
        }
      }
    }
    return name;
  }

  private static List<String> joined(List<String> some, List<String> others) {
    List<String> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }
}
