/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.insitu.server.net.TestingServer;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the console does with a line, on a terminal without a screen. */
class ConsoleSessionTest {
  private final TestingServer server = new TestingServer();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Link link = new Link(server.url());
  @TempDir private Path folder;
  private Terminal terminal;
  private ConsoleSession session;

  @BeforeEach
  void open() throws IOException {
    terminal =
        new DumbTerminal(
            "test", "dumb", new ByteArrayInputStream(new byte[0]), out, StandardCharsets.UTF_8);
    terminal.setSize(new Size(80, 24));
    session = new ConsoleSession(terminal, link);
  }

  @AfterEach
  void nothingIsLeft() throws Exception {
    link.close();
    terminal.close();
    server.close();
  }

  private String type(String line) {
    out.reset();
    assertThat(session.accept(line)).isTrue();
    return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  @Test
  void runsAStatementAndSaysHowLongItTook() {
    assertThat(type("rows 1;"))
        .contains(" id | half | name\n")
        .containsPattern("\\(1 row, [0-9.]+ (ms|s)\\)");
  }

  @Test
  void showsNoTimeWhenTimingIsOff() {
    assertThat(type("\\timing")).contains("off");
    assertThat(type("rows 1;")).contains("(1 row)");
  }

  @Test
  void showsAnErrorWithACaretAndGoesOn() {
    assertThat(type("update 1;\nfail\nagain;"))
        .contains("(1 row changed")
        .contains("INS-103 [42616] Unknown option 'learn_rte'.\n  again;\n    ^\n")
        .contains("Hint: Did you mean 'learn_rate'?");
    assertThat(type("update 2;")).contains("(2 rows changed");
  }

  @Test
  void showsWarnings() {
    assertThat(type("notice mind the gap;")).contains("Warning: mind the gap");
  }

  @Test
  void changesTheFormat() {
    assertThat(type("\\format csv")).contains("csv");
    assertThat(type("rows 1;")).isEqualTo("id,half,name\n0,0.0,name 0\n");
    assertThat(type("\\format xml")).contains("table, csv, json");
  }

  @Test
  void printsJson() {
    assertThat(type("\\format json")).contains("json");
    assertThat(type("rows 1;")).startsWith("{\"statement\":").endsWith("}\n").contains("name 0");
  }

  @Test
  void putsCharactersTogetherThatComeInPieces() throws IOException {
    StringWriter text = new StringWriter();
    try (TerminalOut pieces = new TerminalOut(new PrintWriter(text, true))) {
      for (byte b : "für 5 €, 😀".getBytes(StandardCharsets.UTF_8)) {
        pieces.write(b);
      }
    }
    assertThat(text).hasToString("für 5 €, 😀");
  }

  @Test
  void listsTablesAndColumns() {
    assertThat(type("\\d")).contains("flowers").contains("guess").contains("MODEL");
    assertThat(type("\\d flowers")).contains("id").contains("BIGINT").contains("VARCHAR");
  }

  @Test
  void asksForModelsBySql() {
    assertThat(type("\\m")).contains("Unknown command SHOW");
  }

  @Test
  void runsAFile() throws IOException {
    Path file = folder.resolve("two.sql");
    Files.writeString(file, "update 1;\nfail");
    assertThat(type("\\i " + file)).contains("(1 row changed").contains("two.sql:3:3: INS-103");
    assertThat(type("\\i nowhere.sql")).contains("There is no file 'nowhere.sql'");
  }

  @Test
  void cancelsAStatementByCtrlC() {
    try (ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor()) {
      later.schedule(() -> terminal.raise(Terminal.Signal.INT), 200, TimeUnit.MILLISECONDS);
      assertThat(type("sleep 20000;")).contains("INS-402");
    }
    assertThat(type("update 1;")).contains("(1 row changed");
  }

  @Test
  void completesNamesOfTheDatabase() {
    assertThat(session.names().tables()).containsExactly("flowers");
    assertThat(session.names().models()).containsExactly("guess");
    assertThat(session.names().columnsOf("FLOWERS")).containsExactly("id", "name");
  }

  @Test
  void connectsAgainWhenTheConnectionIsLost() throws SQLException {
    assertThat(type("update 1;")).contains("(1 row changed");
    link.get().close();
    assertThat(type("update 2;")).contains("(2 rows changed");
  }

  @Test
  void leavesOnQ() {
    assertThat(session.accept("\\q")).isFalse();
  }

  @Test
  void explainsItself() {
    assertThat(type("\\?")).contains("\\d [name]").contains("Ctrl-C");
    assertThat(type("\\x")).contains("Unknown command \\x");
  }
}
