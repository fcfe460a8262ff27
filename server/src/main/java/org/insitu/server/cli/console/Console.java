/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli.console;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.insitu.server.BuildVersion;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Reads, runs, prints, until the user leaves. */
public final class Console {
  private static final String PROMPT = "insitu> ";
  private static final String PROMPT_MORE = "   ...> ";
  private static final String HISTORY_FILE = ".insitu_history";

  private Console() {}

  /**
   * Runs a console on this process's terminal.
   *
   * @param url of the server
   * @param shown what the greeting calls it
   */
  public static void run(String url, String shown) throws IOException {
    try (Terminal terminal = TerminalBuilder.builder().system(true).build();
        Link link = new Link(url)) {
      link.get();
      terminal.writer().println("Insitu " + BuildVersion.get() + ", " + shown);
      terminal.writer().println("\\? for help, \\q to leave.");
      terminal.flush();
      loop(terminal, new ConsoleSession(terminal, link));
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static void loop(Terminal terminal, ConsoleSession session) {
    LineReader reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("insitu")
            .parser(new StatementParser(session::lex))
            .completer(new Completion(session::names))
            .option(LineReader.Option.CASE_INSENSITIVE, true)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.HISTORY_IGNORE_SPACE, true)
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, PROMPT_MORE)
            .variable(
                LineReader.HISTORY_FILE, Path.of(System.getProperty("user.home"), HISTORY_FILE))
            .variable(LineReader.HISTORY_SIZE, 10_000)
            .build();
    boolean on = true;
    while (on) {
      try {
        on = session.accept(reader.readLine(PROMPT));
      } catch (UserInterruptException e) {
        // Ctrl-C at the prompt throws the line away.
        if (e.getPartialLine().isEmpty()) {
          terminal.writer().println("Type \\q to leave.");
        }
      } catch (EndOfFileException e) {
        on = false;
      }
    }
  }
}
