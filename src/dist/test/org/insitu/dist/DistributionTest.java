/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built folder, as users start it. */
class DistributionTest {
  private static Path home;
  @TempDir private Path folder;

  @BeforeAll
  static void find() throws IOException {
    Path built = Path.of(System.getProperty("insitu.root")).resolve("src/dist/target/folder");
    try (Stream<Path> folders = Files.list(built)) {
      home = folders.findFirst().orElseThrow();
    }
  }

  private static Path insitu() {
    return home.resolve("bin/insitu");
  }

  private String run(String script, String... more) throws Exception {
    Path file = folder.resolve("script.sql");
    Files.writeString(file, script);
    String[] arguments =
        Stream.concat(Stream.of("run", file.toString()), Stream.of(more)).toArray(String[]::new);
    try (Started started = Started.of(insitu(), arguments)) {
      String output = started.output();
      assertThat(started.exitCode()).as(output).isZero();
      return output;
    }
  }

  @Test
  void startsBehindALinkInAFolderWithSpaces() throws Exception {
    Path spaces = Files.createDirectory(folder.resolve("a b"));
    Path moved = Files.createSymbolicLink(spaces.resolve("in situ"), home);
    Path link = Files.createSymbolicLink(folder.resolve("insitu"), moved.resolve("bin/insitu"));
    try (Started started = Started.of(link, "version")) {
      assertThat(started.output()).startsWith("insitu ").contains("protocol 1.");
      assertThat(started.exitCode()).isZero();
    }
  }

  @Test
  void runsAScriptFromAFolderWithSpaces() throws Exception {
    Path copy = Files.createDirectory(folder.resolve("a copy"));
    for (String part : new String[] {"bin", "conf", "lib"}) {
      Path target = Files.createDirectory(copy.resolve(part));
      try (Stream<Path> files = Files.list(home.resolve(part))) {
        for (Path file : files.toList()) {
          Files.copy(
              file,
              target.resolve(file.getFileName().toString()),
              StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
    Path script = Files.writeString(folder.resolve("my script.sql"), "SELECT 42 AS answer;");
    try (Started started =
        Started.uncached(copy.resolve("bin/insitu"), "run", script.toString(), "--format", "csv")) {
      assertThat(started.output()).isEqualTo("answer\n42");
      assertThat(started.exitCode()).isZero();
    }
  }

  @Test
  void runsTheQuickstart() throws Exception {
    try (Started started = Started.of(insitu(), "quickstart")) {
      String output = started.output();
      assertThat(started.exitCode()).as(output).isZero();
      assertThat(output).contains("CREATE MODEL").contains("That was sql-examples/quickstart.sql");
    }
  }

  @Test
  void keepsTheDatabaseFromRunToRun() throws Exception {
    String database = folder.resolve("shop.db").toString();
    run("CREATE TABLE t AS SELECT 7 AS x;", "--database", database);
    assertThat(run("SELECT x FROM t;", "--database", database, "--format", "csv"))
        .isEqualTo("x\n7");
  }

  @Test
  void servesUntilItIsTerminated() throws Exception {
    String database = folder.resolve("served.db").toString();
    try (Started server = Started.of(insitu(), "server", "--port", "0", "--database", database)) {
      int port = server.port();
      assertThat(health(port)).contains("\"status\": \"ok\"");
      createTable(port);
      server.terminate();
      assertThat(server.exitCode()).isEqualTo(143);
    }
    assertThat(run("SELECT x FROM t;", "--database", database, "--format", "csv"))
        .isEqualTo("x\n7");
  }

  private static void createTable(int port) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:insitu://127.0.0.1:" + port + "/");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE t AS SELECT 7 AS x");
      try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM t")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getInt(1)).isEqualTo(1);
      }
    }
  }

  private static String health(int port) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI uri = URI.create("http://127.0.0.1:" + port + "/health");
      return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
    }
  }

  @Test
  void staysSmallWhileIdle() throws Exception {
    try (Started server = Started.of(insitu(), "server", "--port", "0")) {
      createTable(server.port());
      Path status = Path.of("/proc", Long.toString(server.pid()), "status");
      assumeTrue(Files.exists(status), "Linux tells a process's memory in /proc");
      String line =
          Files.readAllLines(status).stream()
              .filter(text -> text.startsWith("VmRSS:"))
              .findFirst()
              .orElseThrow();
      assertThat(Long.parseLong(line.replaceAll("\\D", "")) / 1024).isLessThan(300);
    }
  }

  @Test
  void saysWhenThePortIsTaken() throws Exception {
    try (Started first = Started.of(insitu(), "server", "--port", "0")) {
      int port = first.port();
      try (Started second = Started.of(insitu(), "server", "--port", Integer.toString(port))) {
        assertThat(second.output())
            .contains("Cannot listen on 127.0.0.1:" + port)
            .contains("--port");
        assertThat(second.exitCode()).isEqualTo(1);
      }
    }
  }
}
