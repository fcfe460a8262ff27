/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.insitu.parser.ScriptStatement;
import org.insitu.parser.Scripts;
import org.insitu.parser.option.Choice;
import org.insitu.server.cli.FailureText;
import org.insitu.server.cli.SqlFailures;
import org.insitu.server.cli.StatementRunner;
import org.insitu.server.cli.format.AnswerFormat;
import org.insitu.server.cli.format.AnswerWriter;
import org.insitu.server.cli.format.Failure;
import org.insitu.server.cli.format.TableAnswers;
import org.insitu.server.cli.format.TableStyle;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/** Runs what was typed: statements and commands. */
final class ConsoleSession {
  private final Terminal terminal;
  private final PrintWriter out;
  private final Link link;
  private final ProgressBar progress;
  private AnswerFormat format = AnswerFormat.TABLE;
  private boolean timing = true;
  private @Nullable Names names;
  private int statements;

  ConsoleSession(Terminal terminal, Link link) {
    this.terminal = terminal;
    this.out = terminal.writer();
    this.link = link;
    this.progress = new ProgressBar(terminal);
  }

  /** Does what a line says; false when that was to leave. */
  boolean accept(String line) {
    boolean on = true;
    if (StatementParser.isCommand(line)) {
      on = command(line.strip());
    } else {
      script("", line);
    }
    terminal.flush();
    return on;
  }

  private boolean command(String line) {
    String[] parts = line.replaceFirst(";\\s*$", "").split("\\s+", 2);
    String argument = parts.length > 1 ? parts[1].strip() : "";
    ConsoleCommand command = ConsoleCommand.of(parts[0]).orElse(null);
    switch (command) {
      case null -> out.println("Unknown command " + parts[0] + "; \\? lists them.");
      case DESCRIBE -> catalog(argument);
      case MODELS -> script("", argument.isEmpty() ? "SHOW MODELS" : "SHOW MODEL " + argument);
      case INCLUDE -> include(argument);
      case FORMAT -> format(argument);
      case TIMING -> {
        timing = !timing;
        out.println("Timing is " + (timing ? "on." : "off."));
      }
      case HELP -> out.println(ConsoleCommand.help());
      case QUIT -> {
        return false;
      }
    }
    return true;
  }

  /** Runs statements until one fails. */
  private boolean script(String name, String script) {
    for (ScriptStatement statement : Scripts.split(script, link.lex())) {
      try {
        run(statement.text());
        link.ran(statement.text());
      } catch (SQLException e) {
        Failure failure = SqlFailures.of(e, statement);
        out.println(FailureText.of(failure, name, script));
        return false;
      }
    }
    return true;
  }

  private void run(String sql) throws SQLException {
    Connection connection = link.get();
    Running running = new Running();
    Terminal.SignalHandler before = terminal.handle(Terminal.Signal.INT, s -> running.cancel());
    progress.start();
    try {
      new StatementRunner(connection, running).run(sql, ++statements, writer());
    } catch (IOException e) {
      out.println("The answer cannot be shown: " + e.getMessage());
    } finally {
      progress.clear();
      terminal.handle(Terminal.Signal.INT, before);
      names = null;
    }
  }

  /** The statement at work, which Ctrl-C stops. */
  private final class Running implements StatementRunner.Listener {
    private volatile @Nullable Statement statement;

    @Override
    public void running(Statement begun) {
      statement = begun;
    }

    @Override
    public void answered() {
      progress.clear();
    }

    @Override
    public void progress(String phase, double fraction, String message) {
      progress.show(phase, fraction, message);
    }

    @Override
    public void warning(String text) {
      out.println("Warning: " + text);
    }

    void cancel() {
      Statement begun = statement;
      if (begun != null) {
        try {
          begun.cancel();
        } catch (SQLException e) {
          out.println("The statement cannot be cancelled: " + e.getMessage());
        }
      }
    }
  }

  private AnswerWriter writer() {
    return format == AnswerFormat.TABLE
        ? new TableAnswers(out, new TableStyle(timing, terminal.getWidth()))
        : format.writer(new TerminalOut(out));
  }

  private void catalog(String name) {
    try {
      CatalogListing.print(link.get(), name, writer());
    } catch (SQLException | IOException e) {
      out.println(String.valueOf(e.getMessage()));
    }
  }

  private void include(String file) {
    Path path = Path.of(file);
    if (file.isEmpty() || !Files.isReadable(path)) {
      out.println("There is no file '" + file + "' that can be read.");
      return;
    }
    try {
      script(file, Files.readString(path));
    } catch (IOException e) {
      out.println(file + " cannot be read: " + e.getMessage());
    }
  }

  private void format(String name) {
    try {
      format = AnswerFormat.valueOf(name.toUpperCase(Locale.ROOT));
      out.println("Answers are printed as " + name + ".");
    } catch (IllegalArgumentException e) {
      out.println("\\format takes one of: table, csv, json.");
    }
  }

  /** The lexical rules by which statements are cut. */
  Choice.Lex lex() {
    return link.lex();
  }

  /** The names to complete, read when they are first wanted after a statement. */
  Names names() {
    Names known = names;
    if (known == null) {
      try {
        known = Names.read(link.get());
      } catch (SQLException e) {
        // Completion must not disturb typing: without the catalog there are the keywords.
        known = Names.NONE;
      }
      names = known;
    }
    return known;
  }
}
