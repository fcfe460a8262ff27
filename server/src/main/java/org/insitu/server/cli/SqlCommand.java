/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.insitu.server.cli.console.Console;
import org.insitu.server.cli.console.PipedConsole;
import org.insitu.server.net.ServerConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code insitu sql}: the analyst's console. */
@Command(
    name = "sql",
    description =
        "Opens a console on a server, or on an engine of its own; runs what is piped into it.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
final class SqlCommand implements Callable<Integer> {
  private static final int OUT_BYTES = 1 << 16;

  @Mixin private DatabaseOption database = new DatabaseOption();

  @Parameters(
      arity = "0..1",
      paramLabel = "jdbc-url",
      description =
          "A server, such as jdbc:insitu://localhost:7878/. Default: an engine of its own.")
  private @Nullable String url;

  @SuppressWarnings("NullAway.Init") // set by picocli
  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (url != null) {
      if (database.isGiven()) {
        throw new CommandFailure(
            "A URL and --database exclude each other: the server has its own.");
      }
      return converse(url, url);
    }
    try (RunningServer server = RunningServer.start(database.config(), ServerConfig.embedded())) {
      return converse(server.url(), "an engine of its own, database: " + database);
    }
  }

  /** What is piped in is a script; only a person needs a prompt. */
  @SuppressWarnings("SystemConsoleNull") // JDK 25 answers null again where there is none
  private int converse(String target, String shown) throws IOException {
    java.io.Console terminal = System.console();
    if (terminal != null && terminal.isTerminal()) {
      Console.run(target, shown);
      return 0;
    }
    String script = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
    PrintWriter messages = spec.commandLine().getErr();
    try (Connection connection = DriverManager.getConnection(target)) {
      OutputStream out = new BufferedOutputStream(System.out, OUT_BYTES);
      PipedConsole console = new PipedConsole(connection, out, messages, UrlLex.of(target));
      return console.run("standard input", script) ? 0 : 1;
    } catch (SQLException e) {
      throw new CommandFailure(String.valueOf(e.getMessage()));
    }
  }
}
