/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal;

import java.util.Locale;

/**
 * JDBC's escapes, rewritten as SQL: <code>{d '…'}</code>, <code>{t '…'}</code>, <code>{ts '…'}
 * </code>, <code>{fn f(…)}</code>, <code>{oj …}</code>, <code>{escape '…'}</code>. Braces of any
 * other content, such as a struct's <code>{'a': 1}</code>, stay; so do strings, quoted identifiers
 * and comments. A statement without escapes is the same string afterwards.
 */
final class SqlEscapes {
  private final String sql;
  private final StringBuilder out;
  private int at;

  private SqlEscapes(String sql) {
    this.sql = sql;
    this.out = new StringBuilder(sql.length());
  }

  static String translate(String sql) {
    if (sql.indexOf('{') < 0) {
      return sql;
    }
    SqlEscapes escapes = new SqlEscapes(sql);
    escapes.copyUntil(false);
    return escapes.out.toString();
  }

  /** Copies up to the end, or inside of an escape up to its closing brace, which is dropped. */
  private void copyUntil(boolean insideEscape) {
    int plainBraces = 0;
    while (at < sql.length()) {
      char c = sql.charAt(at);
      if (c == '{') {
        if (escape()) {
          continue;
        }
        plainBraces++;
      } else if (c == '}' && plainBraces == 0 && insideEscape) {
        at++;
        return;
      } else if (c == '}') {
        plainBraces--;
      }
      copyToken(c);
    }
  }

  /** Copies a string, identifier or comment as a whole, anything else by a character. */
  private void copyToken(char c) {
    int end = at + 1;
    if (c == '\'' || c == '"' || c == '`') {
      int close = sql.indexOf(c, end);
      end = close < 0 ? sql.length() : close + 1;
    } else if (sql.startsWith("--", at)) {
      int close = sql.indexOf('\n', at);
      end = close < 0 ? sql.length() : close;
    } else if (sql.startsWith("/*", at)) {
      int close = sql.indexOf("*/", at + 2);
      end = close < 0 ? sql.length() : close + 2;
    } else if (sql.startsWith("$$", at)) {
      int close = sql.indexOf("$$", at + 2);
      end = close < 0 ? sql.length() : close + 2;
    }
    out.append(sql, at, end);
    at = end;
  }

  /** Rewrites the escape at the brace; false when it is none. */
  private boolean escape() {
    int word = skipBlanks(at + 1);
    int end = word;
    while (end < sql.length() && Character.isLetter(sql.charAt(end))) {
      end++;
    }
    int content = skipBlanks(end);
    boolean isQuoted = content < sql.length() && sql.charAt(content) == '\'';
    String prefix;
    switch (sql.substring(word, end).toLowerCase(Locale.ROOT)) {
      case "d":
        prefix = isQuoted ? "DATE " : null;
        break;
      case "t":
        prefix = isQuoted ? "TIME " : null;
        break;
      case "ts":
        prefix = isQuoted ? "TIMESTAMP " : null;
        break;
      case "escape":
        prefix = isQuoted ? "ESCAPE " : null;
        break;
      case "fn":
      case "oj":
        boolean isName =
            content > end
                && content < sql.length()
                && Character.isJavaIdentifierStart(sql.charAt(content));
        prefix = isName ? "" : null;
        break;
      default:
        prefix = null;
    }
    if (prefix == null) {
      return false;
    }
    out.append(prefix);
    at = content;
    copyUntil(true);
    return true;
  }

  private int skipBlanks(int from) {
    int index = from;
    while (index < sql.length() && Character.isWhitespace(sql.charAt(index))) {
      index++;
    }
    return index;
  }
}
