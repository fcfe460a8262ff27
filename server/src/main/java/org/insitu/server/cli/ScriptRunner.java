/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.insitu.parser.ScriptStatement;
import org.insitu.parser.Scripts;
import org.insitu.parser.option.Choice;
import org.insitu.parser.option.Setting;
import org.insitu.server.cli.format.AnswerFormat;
import org.insitu.server.cli.format.AnswerWriter;
import org.insitu.server.cli.format.Failure;
import org.jspecify.annotations.Nullable;

/** Runs the statements of a script until one fails. */
public final class ScriptRunner {
  private static final int OUT_BYTES = 1 << 16;

  private final StatementRunner statements;
  private AnswerWriter answers;
  private final PrintWriter messages;
  private final Echo echo;
  private int begun;
  private Choice.Lex lex;

  /** Shows a statement before it runs. */
  @FunctionalInterface
  public interface Echo {
    /**
     * Called before each statement.
     *
     * @param comment what stands between it and the one before
     */
    void statement(String comment, String text);

    Echo NONE = (comment, text) -> {};
  }

  /**
   * A runner.
   *
   * @param messages takes warnings and errors
   * @param lex the lexical rules that the session has before the first statement
   */
  public ScriptRunner(
      Connection connection,
      AnswerWriter answers,
      PrintWriter messages,
      Echo echo,
      Choice.Lex lex) {
    this.statements = new StatementRunner(connection, text -> messages.println("Warning: " + text));
    this.answers = answers;
    this.messages = messages;
    this.echo = echo;
    this.lex = lex;
  }

  /**
   * Runs a script on a server of its own connection and prints the answers to standard output.
   *
   * @param lex the lexical rules that it begins with; null: the URL's
   * @param messages takes warnings and errors
   * @return the exit code
   */
  static int print(
      String url,
      Choice.@Nullable Lex lex,
      String name,
      String script,
      AnswerFormat format,
      PrintWriter messages)
      throws IOException {
    try (Connection connection = DriverManager.getConnection(url)) {
      AnswerWriter answers = format.writer(new BufferedOutputStream(System.out, OUT_BYTES));
      Choice.Lex opened = UrlLex.of(url);
      ScriptRunner runner = new ScriptRunner(connection, answers, messages, Echo.NONE, opened);
      runner.begin(connection, lex);
      return runner.run(name, script) ? 0 : 1;
    } catch (SQLException e) {
      throw new CommandFailure(String.valueOf(e.getMessage()));
    }
  }

  private void begin(Connection connection, Choice.@Nullable Lex rules) throws SQLException {
    if (rules != null && rules != lex) {
      try (Statement set = connection.createStatement()) {
        set.execute("SET %s = '%s'".formatted(Setting.LEX.name(), rules));
      }
      lex = rules;
    }
  }

  /** The lexical rules that the session has by now. */
  public Choice.Lex lex() {
    return lex;
  }

  /** Has the answers from now on printed by another writer. */
  public void answerBy(AnswerWriter writer) {
    answers = writer;
  }

  /**
   * Runs a script; its statements are counted on from those of the one before.
   *
   * @param name for the messages, such as the file's
   * @return whether all went well; what went wrong has been printed
   */
  public boolean run(String name, String script) throws IOException {
    int end = 0;
    for (ScriptStatement statement : Scripts.split(script, lex)) {
      echo.statement(script.substring(end, statement.offset()), statement.text());
      end = statement.offset() + statement.text().length();
      try {
        statements.run(statement.text(), ++begun, answers);
        lex = Scripts.lexAfter(statement.text(), lex);
      } catch (SQLException e) {
        Failure failure = SqlFailures.of(e, statement);
        answers.failed(begun, failure);
        messages.println(FailureText.of(failure, name, script));
        messages.flush();
        return false;
      }
      messages.flush();
    }
    return true;
  }
}
