/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli.console;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.insitu.parser.option.Choice;
import org.insitu.server.cli.ScriptRunner;
import org.insitu.server.cli.format.AnswerFormat;

/**
 * The console without a person at it: runs what is piped in, statements and commands, until one
 * fails. Answers show no times, so {@code \timing} changes nothing.
 */
public final class PipedConsole {
  private final Connection connection;
  private final OutputStream out;
  private final PrintWriter messages;
  private final ScriptRunner scripts;
  private AnswerFormat format = AnswerFormat.TABLE;

  /**
   * A console.
   *
   * @param out takes the answers, in UTF-8
   * @param messages takes warnings and errors
   * @param lex the lexical rules of the session
   */
  public PipedConsole(
      Connection connection, OutputStream out, PrintWriter messages, Choice.Lex lex) {
    this.connection = connection;
    this.out = out;
    this.messages = messages;
    this.scripts =
        new ScriptRunner(connection, format.writer(out), messages, ScriptRunner.Echo.NONE, lex);
  }

  /** What comes of a command. */
  private enum Outcome {
    DONE,
    FAILED,
    LEAVE
  }

  /**
   * Runs a text. A line that begins with a backslash is a command where no statement is open.
   *
   * @param name for the messages
   * @return whether all went well; what went wrong has been printed
   */
  public boolean run(String name, String text) throws IOException {
    StringBuilder statements = new StringBuilder();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      if (!StatementParser.isCommand(line)
          || !StatementParser.isComplete(statements.toString(), scripts.lex())) {
        statements.append(line).append('\n');
        continue;
      }
      if (!scripts.run(name, statements.toString())) {
        return false;
      }
      Outcome outcome = command(line.strip(), name + ":" + number + ": ");
      if (outcome != Outcome.DONE) {
        return outcome == Outcome.LEAVE;
      }
      // Empty lines in place of what has run keep the places of errors.
      statements.setLength(0);
      statements.repeat("\n", number);
    }
    return scripts.run(name, statements.toString());
  }

  private Outcome command(String line, String place) throws IOException {
    String[] parts = line.replaceFirst(";\\s*$", "").split("\\s+", 2);
    String argument = parts.length > 1 ? parts[1].strip() : "";
    ConsoleCommand command = ConsoleCommand.of(parts[0]).orElse(null);
    return switch (command) {
      case null -> failed(place + "Unknown command " + parts[0] + "; \\? lists them.");
      case DESCRIBE -> catalog(argument, place);
      case MODELS ->
          done(scripts.run("", argument.isEmpty() ? "SHOW MODELS" : "SHOW MODEL " + argument));
      case INCLUDE -> include(argument, place);
      case FORMAT -> format(argument, place);
      case TIMING -> Outcome.DONE;
      case HELP -> help();
      case QUIT -> Outcome.LEAVE;
    };
  }

  private static Outcome done(boolean well) {
    return well ? Outcome.DONE : Outcome.FAILED;
  }

  private Outcome failed(String message) {
    messages.println(message);
    messages.flush();
    return Outcome.FAILED;
  }

  private Outcome catalog(String name, String place) throws IOException {
    try {
      CatalogListing.print(connection, name, format.writer(out));
      return Outcome.DONE;
    } catch (SQLException e) {
      return failed(place + e.getMessage());
    }
  }

  private Outcome include(String file, String place) throws IOException {
    Path path = Path.of(file);
    if (file.isEmpty() || !Files.isReadable(path)) {
      return failed(place + "There is no file '" + file + "' that can be read.");
    }
    return done(scripts.run(file, Files.readString(path)));
  }

  private Outcome format(String name, String place) {
    try {
      format = AnswerFormat.valueOf(name.toUpperCase(Locale.ROOT));
      scripts.answerBy(format.writer(out));
      return Outcome.DONE;
    } catch (IllegalArgumentException e) {
      return failed(place + "\\format takes one of: table, csv, json.");
    }
  }

  private Outcome help() throws IOException {
    out.write((ConsoleCommand.help() + "\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
    return Outcome.DONE;
  }
}
