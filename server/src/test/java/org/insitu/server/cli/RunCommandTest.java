/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.insitu.server.net.TestingServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code insitu run} against a server, through the real driver. */
class RunCommandTest {
  private final TestingServer server = new TestingServer();
  @TempDir private Path folder;

  @AfterEach
  void nothingIsLeft() {
    server.close();
  }

  private CapturedOutput run(String script, String... more) throws IOException {
    Path file = folder.resolve("shop.sql");
    Files.writeString(file, script);
    String[] arguments = {"run", file.toString(), "--url", server.url()};
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + more.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return CapturedOutput.of(all);
  }

  @Test
  void printsTables() throws IOException {
    CapturedOutput output = run("rows 2;\nupdate 3;\nupdate -1;");
    assertThat(output.out())
        .isEqualTo(
            """
             id | half | name
            ----+------+--------
              0 |  0.0 | name 0
              1 |  0.5 | name 1
            (2 rows)
            (3 rows changed)
            (done)
            """);
    assertThat(output.err()).isEmpty();
    assertThat(output.exitCode()).isZero();
  }

  /** On an engine of its own: a script of GoogleSQL as it is, from its first line on. */
  @Test
  void beginsInTheLexicalRulesThatItIsGiven() throws IOException {
    Path file = folder.resolve("google.sql");
    Files.writeString(file, "#standardSQL\nSELECT \"a;b\" AS x, CAST(7 AS FLOAT64) AS y;\n");
    CapturedOutput output =
        CapturedOutput.of("run", file.toString(), "--lex", "bigquery", "--format", "csv");
    assertThat(output.err()).isEmpty();
    assertThat(output.out()).isEqualToNormalizingNewlines("x,y\na;b,7.0\n");
    assertThat(CapturedOutput.of("run", file.toString()).err()).contains("google.sql:1:1: INS-401");
  }

  @Test
  void printsCsv() throws IOException {
    CapturedOutput output = run("rows 1; update 3; rows 7", "--format", "csv");
    assertThat(output.out())
        .isEqualTo(
            """
            id,half,name
            0,0.0,name 0

            id,half,name
            0,0.0,name 0
            1,0.5,name 1
            2,1.0,name 2
            3,1.5,name 3
            4,2.0,name 4
            5,2.5,name 5
            6,3.0,
            """);
  }

  @Test
  void printsOneJsonObjectALine() throws IOException {
    CapturedOutput output = run("rows 1; update 3; update -1; fail", "--format", "JSON");
    assertThat(output.out().replaceAll("\"elapsed_ms\":[0-9.]+", "\"elapsed_ms\":T"))
        .isEqualTo(
            """
            {"statement":1,"columns":[{"name":"id","type":"BIGINT"},{"name":"half","type":"DOUBLE"},\
            {"name":"name","type":"VARCHAR"}],"rows":[[0,0.0,"name 0"]],"update_count":null,\
            "elapsed_ms":T}
            {"statement":2,"columns":[],"rows":[],"update_count":3,"elapsed_ms":T}
            {"statement":3,"columns":[],"rows":[],"update_count":null,"elapsed_ms":T}
            {"statement":4,"error":{"code":"INS-103","sqlstate":"42616","line":2,"column":3,\
            "message":"Unknown option 'learn_rte'.","hint":"Did you mean 'learn_rate'?"}}
            """);
    assertThat(output.exitCode()).isEqualTo(1);
  }

  @Test
  void stopsAtTheFirstErrorWithFileAndLine() throws IOException {
    CapturedOutput output = run("update 1;\n\n  fail\n    here;\nupdate 2;");
    assertThat(output.out()).isEqualTo("(1 row changed)\n");
    assertThat(output.err())
        .isEqualTo(
            folder.resolve("shop.sql")
                + """
                :4:3: INS-103 [42616] Unknown option 'learn_rte'.
                      here;
                    ^
                Hint: Did you mean 'learn_rate'?
                """);
    assertThat(output.exitCode()).isEqualTo(1);
  }

  @Test
  void leavesNoHalfLineOfJsonBehindAnErrorInTheRows() throws IOException {
    CapturedOutput output = run("slow 100 10 1; broken", "--format", "json");
    assertThat(output.out().lines()).hasSize(2).allMatch(line -> line.endsWith("}"));
  }

  @Test
  void printsWarnings() throws IOException {
    CapturedOutput output = run("notice mind the gap");
    assertThat(output.err()).isEqualTo("Warning: mind the gap\n");
    assertThat(output.exitCode()).isZero();
  }

  @Test
  void saysWhichFileIsMissing() {
    CapturedOutput output = CapturedOutput.of("run", "nowhere.sql", "--url", server.url());
    assertThat(output.err()).contains("There is no file nowhere.sql");
    assertThat(output.exitCode()).isEqualTo(1);
  }

  @Test
  void wantsOneOfUrlAndDatabase() throws IOException {
    CapturedOutput output = run("rows 1", "--database", "x.db");
    assertThat(output.err()).contains("--url and --database exclude each other");
    assertThat(output.exitCode()).isEqualTo(1);
  }

  @Test
  void saysThatNoServerAnswers() throws IOException {
    Path file = folder.resolve("one.sql");
    Files.writeString(file, "rows 1");
    CapturedOutput output =
        CapturedOutput.of("run", file.toString(), "--url", "jdbc:insitu://127.0.0.1:1/");
    assertThat(output.err()).contains("INS-504");
    assertThat(output.exitCode()).isEqualTo(1);
  }

  @Test
  void runsWhatIsPipedIntoTheConsole() {
    CapturedOutput output = piped("update 1;\nfail");
    assertThat(output.out()).isEqualTo("(1 row changed)\n");
    assertThat(output.err()).startsWith("standard input:3:3: INS-103");
    assertThat(output.exitCode()).isEqualTo(1);
  }

  private CapturedOutput piped(String text) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    try {
      return CapturedOutput.of("sql", server.url());
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void obeysCommandsThatArePipedIntoTheConsole() {
    CapturedOutput output = piped("rows 1;\n\\format csv\nrows 1;\n\\d flowers\n\\q\nfail;");
    assertThat(output.out())
        .isEqualTo(
            """
             id | half | name
            ----+------+--------
              0 |  0.0 | name 0
            (1 row)
            id,half,name
            0,0.0,name 0
            TABLE_NAME,COLUMN_NAME,TYPE_NAME,IS_NULLABLE,REMARKS
            flowers,id,BIGINT,NO,""
            flowers,name,VARCHAR,YES,""
            """);
    assertThat(output.err()).isEmpty();
    assertThat(output.exitCode()).isZero();
  }

  @Test
  void placesAnErrorBehindAPipedCommand() {
    CapturedOutput output = piped("\\format json\nupdate 1;\nfail\nagain;");
    assertThat(output.out()).startsWith("{\"statement\":1,").contains("{\"statement\":2,");
    assertThat(output.err()).startsWith("standard input:4:3: INS-103").contains("  again;");
    assertThat(output.exitCode()).isEqualTo(1);
  }

  @Test
  void leavesABackslashInsideAPipedStatementAlone() {
    CapturedOutput output = piped("notice a\n\\q\nb;");
    assertThat(output.err()).startsWith("Warning: a \\q b");
  }

  @Test
  void refusesAPipedCommandThatItDoesNotKnow() {
    CapturedOutput output = piped("update 1;\n\\x\nupdate 2;");
    assertThat(output.out()).isEqualTo("(1 row changed)\n");
    assertThat(output.err()).isEqualTo("standard input:2: Unknown command \\x; \\? lists them.\n");
    assertThat(output.exitCode()).isEqualTo(1);
  }

  @Test
  void saysWhichPortsThereAre() {
    CapturedOutput output = CapturedOutput.of("server", "--port", "99999");
    assertThat(output.err()).contains("--port is 99999 (allowed: 0 to 65535).");
    assertThat(output.exitCode()).isEqualTo(1);
  }

  @Test
  void explainsItself() {
    assertThat(CapturedOutput.of("help").out())
        .contains("server")
        .contains("sql")
        .contains("run")
        .contains("quickstart");
    assertThat(CapturedOutput.of("version").out()).startsWith("insitu ");
    assertThat(CapturedOutput.of("rum").exitCode()).isEqualTo(2);
  }
}
