/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.insitu.server.cli.console.Console;
import org.insitu.server.net.ServerConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code insitu sql}: the analyst's console. */
@Command(
    name = "sql",
    description = "Opens a console on a server, or on an engine of its own.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
final class SqlCommand implements Callable<Integer> {
  @Mixin private DatabaseOption database = new DatabaseOption();

  @Parameters(
      arity = "0..1",
      paramLabel = "jdbc-url",
      description =
          "A server, such as jdbc:insitu://localhost:7878/. Default: an engine of its own.")
  private @Nullable String url;

  @Override
  public Integer call() throws IOException {
    if (url != null) {
      if (database.isGiven()) {
        throw new CommandFailure(
            "A URL and --database exclude each other: the server has its own.");
      }
      Console.run(url, url);
      return 0;
    }
    try (RunningServer server = RunningServer.start(database.config(), ServerConfig.embedded())) {
      Console.run(server.url(), "an engine of its own, database: " + database);
      return 0;
    }
  }
}
