/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli.console;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.insitu.parser.Scripts;
import org.insitu.parser.option.Choice;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/**
 * Tells JLine when what was typed is complete: a backslash command at the end of its line, SQL at
 * its semicolon.
 */
final class StatementParser implements Parser {
  private final Supplier<Choice.Lex> lex;

  /**
   * A parser.
   *
   * @param lex the session's lexical rules
   */
  StatementParser(Supplier<Choice.Lex> lex) {
    this.lex = lex;
  }

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    if (context == ParseContext.COMPLETE) {
      return WordAtCursor.of(line, cursor);
    }
    if (context == ParseContext.ACCEPT_LINE && !isComplete(line, lex.get())) {
      throw new EOFError(-1, -1, "The statement goes on until its semicolon.");
    }
    return new WordAtCursor(line, cursor, List.of(line), 0, cursor);
  }

  static boolean isComplete(String text, Choice.Lex lex) {
    return text.isBlank() || isCommand(text) || Scripts.isComplete(text, lex);
  }

  static boolean isCommand(String text) {
    return text.stripLeading().startsWith("\\");
  }

  /** A backslash escapes nothing in SQL. */
  @Override
  public boolean isEscapeChar(char c) {
    return false;
  }

  /** What completion has to know: the words up to the cursor. */
  record WordAtCursor(String line, int cursor, List<String> words, int wordIndex, int wordCursor)
      implements CompletingParsedLine {

    /** The text up to the cursor as words; the last one, perhaps empty, is to be completed. */
    static WordAtCursor of(String line, int cursor) {
      List<String> words = new ArrayList<>();
      int at = 0;
      while (at < cursor) {
        int end = at;
        while (end < cursor && isWordPart(line.charAt(end))) {
          end++;
        }
        if (end > at) {
          words.add(line.substring(at, end));
          at = end;
        } else {
          if (!Character.isWhitespace(line.charAt(at))) {
            words.add(line.substring(at, at + 1));
          }
          at++;
        }
      }
      if (words.isEmpty() || cursor == 0 || !isWordPart(line.charAt(cursor - 1))) {
        words.add("");
      }
      return new WordAtCursor(
          line, cursor, List.copyOf(words), words.size() - 1, words.getLast().length());
    }

    private static boolean isWordPart(char c) {
      return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '\\' || c == '@';
    }

    @Override
    public String word() {
      return words.get(wordIndex);
    }

    /** Names are completed as they are. */
    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
      return candidate;
    }

    @Override
    public int rawWordCursor() {
      return wordCursor;
    }

    @Override
    public int rawWordLength() {
      return word().length();
    }
  }
}
