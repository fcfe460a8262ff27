/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser;

import java.util.ArrayList;
import java.util.List;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.error.Position;
import org.insitu.parser.google.GoogleSql;
import org.insitu.parser.option.Choice;
import org.insitu.parser.option.Setting;
import org.insitu.parser.statement.Statement;
import org.insitu.parser.text.Lines;
import org.insitu.parser.text.Tokens;

/** Cuts a script into statements, by the lexical rules that it sets itself. */
public final class Scripts {
  private Scripts() {}

  /** The statements of a script that begins in the standard's lexical rules. */
  public static List<ScriptStatement> split(String script) {
    return split(script, Choice.Lex.ANSI);
  }

  /**
   * The statements between semicolons. Semicolons in strings, quoted identifiers, comments and
   * dollar quotes do not count; statements of nothing but comments are dropped.
   *
   * @param lex at the script's begin; {@code SET insitu.lex} changes it for what follows
   */
  public static List<ScriptStatement> split(String script, Choice.Lex lex) {
    Lines lines = new Lines(script);
    List<ScriptStatement> statements = new ArrayList<>();
    Cutter cutter = new Cutter(script, lex);
    while (cutter.next()) {
      if (cutter.size() > 0) {
        int offset = cutter.tokens.start(0);
        Position start = lines.position(offset);
        statements.add(
            new ScriptStatement(cutter.statement(), offset, start.line(), start.column()));
      }
    }
    return List.copyOf(statements);
  }

  /** Whether a text ends with a semicolon, but for comments, or holds nothing else. */
  public static boolean isComplete(String text, Choice.Lex lex) {
    Cutter cutter = new Cutter(text, lex);
    boolean complete = true;
    while (cutter.next()) {
      complete = cutter.ended || cutter.size() == 0;
    }
    return complete;
  }

  /** The lexical rules of a session after a statement that went well. */
  public static Choice.Lex lexAfter(String statement, Choice.Lex before) {
    return lexAfter(statement, tokens(statement, 0, before), before);
  }

  private static Choice.Lex lexAfter(String statement, Tokens tokens, Choice.Lex before) {
    boolean sets = tokens.is(0, "SET") || tokens.is(0, "RESET");
    if (!sets || !tokens.is(1, "INSITU") || !tokens.is(2, '.')) {
      return before;
    }
    try {
      String standard =
          switch (before) {
            case ANSI -> statement;
            case BIGQUERY -> GoogleSql.translate(statement).text();
          };
      return switch (InsituParser.parse(standard, name -> false)) {
        case Statement.SetOption set when set.name().equals(Setting.LEX.name()) ->
            Setting.LEX.read(set.value(), set.position());
        case Statement.ResetOption reset when reset.name().equals(Setting.LEX.name()) ->
            Setting.LEX.defaultValue();
        default -> before;
      };
    } catch (InsituException e) {
      // The session will refuse it, and stay as it is.
      return before;
    }
  }

  private static Tokens tokens(String text, int from, Choice.Lex lex) {
    return switch (lex) {
      case ANSI -> Tokens.ofStatement(text, from);
      case BIGQUERY -> Tokens.ofGoogleSqlStatement(text, from);
    };
  }

  /** Goes from one semicolon to the next. */
  private static final class Cutter {
    private final String text;
    private Choice.Lex lex;
    private Tokens tokens;
    private boolean ended = true;
    private int at;

    Cutter(String text, Choice.Lex lex) {
      this.text = text;
      this.lex = lex;
      this.tokens = Scripts.tokens(text, text.length(), lex);
    }

    /** Reads up to the next semicolon; false when there is nothing more. */
    boolean next() {
      if (!ended) {
        return false;
      }
      tokens = Scripts.tokens(text, at, lex);
      int last = tokens.size() - 1;
      ended = tokens.is(last, ';');
      at = ended ? tokens.end(last) : text.length();
      if (size() > 0) {
        lex = lexAfter(statement(), tokens, lex);
      }
      return true;
    }

    /** How many tokens the statement has, its semicolon not counted. */
    int size() {
      return ended ? tokens.size() - 1 : tokens.size();
    }

    String statement() {
      return text.substring(tokens.start(0), tokens.end(size() - 1));
    }
  }
}
