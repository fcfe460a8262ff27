/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.session;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.insitu.parser.text.Kind;
import org.insitu.parser.text.Tokens;

/** What the first words of a warehouse statement say about it. */
final class StatementHead {
  private static final Set<String> READING =
      Set.of(
          "SELECT", "WITH", "FROM", "VALUES", "EXPLAIN", "DESCRIBE", "SHOW", "SUMMARIZE", "TABLE");
  private static final Pattern VIEW =
      Pattern.compile(
          "CREATE\\s+(OR\\s+REPLACE\\s+)?(TEMP\\s+|TEMPORARY\\s+)?(RECURSIVE\\s+)?VIEW\\b.*",
          Pattern.DOTALL);

  private static final Pattern FILE_FUNCTION =
      Pattern.compile("READ_\\w+|\\w+_SCAN|GLOB|SNIFF_CSV|FROM_SUBSTRAIT\\w*");

  /** Longer heads than this are not views. */
  private static final int HEAD_CHARS = 200;

  private final String head;

  private StatementHead(String head) {
    this.head = head;
  }

  static StatementHead of(String sql) {
    int start = skipped(sql);
    int end = Math.min(sql.length(), start + HEAD_CHARS);
    return new StatementHead(sql.substring(start, end).toUpperCase(Locale.ROOT));
  }

  /** Whether it reads only; all other statements may change what plans were made of. */
  boolean isReading() {
    int end = 0;
    while (end < head.length() && Character.isLetter(head.charAt(end))) {
      end++;
    }
    return READING.contains(head.substring(0, end));
  }

  /**
   * Whether a statement may read files, {@code FROM 'x.csv'} or {@code read_csv(...)}: their
   * columns change without a statement that says so. Views over files are not seen.
   */
  static boolean readsFiles(String sql) {
    Tokens tokens = Tokens.of(sql);
    for (int i = 0; i < tokens.size(); i++) {
      String word = tokens.word(i);
      boolean from = word.equals("FROM") || word.equals("JOIN") || word.equals("TABLE");
      if ((from && isFile(tokens, i + 1))
          || (tokens.is(i + 1, '(') && FILE_FUNCTION.matcher(word).matches())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFile(Tokens tokens, int i) {
    return i < tokens.size()
        && (tokens.kind(i) == Kind.STRING
            || (tokens.kind(i) == Kind.DOUBLE_QUOTED && tokens.image(i).contains(".")));
  }

  boolean isView() {
    return VIEW.matcher(head).matches();
  }

  /** The CREATE statement that an EXPLAIN explains. */
  static String withoutExplain(String sql) {
    Tokens tokens = Tokens.of(sql);
    int create = 0;
    while (!tokens.is(create, "CREATE")) {
      create++;
    }
    return sql.substring(tokens.start(create));
  }

  /** Where the first word begins: behind blanks, comments and opening brackets. */
  private static int skipped(String sql) {
    int at = 0;
    while (at < sql.length()) {
      if (sql.startsWith("--", at)) {
        int line = sql.indexOf('\n', at);
        at = line < 0 ? sql.length() : line + 1;
      } else if (sql.startsWith("/*", at)) {
        int end = sql.indexOf("*/", at + 2);
        at = end < 0 ? sql.length() : end + 2;
      } else if (Character.isWhitespace(sql.charAt(at)) || sql.charAt(at) == '(') {
        at++;
      } else {
        return at;
      }
    }
    return at;
  }
}
