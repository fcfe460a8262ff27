/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.insitu.server.BuildVersion;
import org.insitu.server.net.ServerConfig;
import org.insitu.server.net.ServerLimits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code insitu server}: runs until it is told to stop. */
@Command(
    name = "server",
    description = "Serves an engine on one port until it is stopped (Ctrl-C, SIGTERM).",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class)
final class ServerCommand implements Callable<Integer> {
  @SuppressWarnings("NullAway.Init") // set by picocli
  @Spec
  private CommandSpec spec;

  @Mixin private DatabaseOption database = new DatabaseOption();

  @Option(
      names = "--host",
      description = "Address to listen on; 0.0.0.0 for all. Default: ${DEFAULT-VALUE}.")
  private String host = ServerConfig.DEFAULT_HOST;

  @Option(
      names = "--port",
      description = "Port to listen on; 0 for any free one. Default: ${DEFAULT-VALUE}.")
  private int port = ServerConfig.DEFAULT_PORT;

  @Option(
      names = "--max-connections",
      paramLabel = "N",
      description = "Sessions open at the same time. Default: ${DEFAULT-VALUE}.")
  private int connectionsMax = ServerLimits.DEFAULT.connectionsMax();

  @Override
  public Integer call() throws InterruptedException {
    if (port < 0 || port > ServerConfig.PORT_MAX) {
      throw new CommandFailure(
          "--port is %d (allowed: 0 to %d).".formatted(port, ServerConfig.PORT_MAX));
    }
    ServerConfig config =
        new ServerConfig(host, port, ServerLimits.DEFAULT.withConnectionsMax(connectionsMax));
    RunningServer server = RunningServer.start(database.config(), config);
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "shutdown"));
    spec.commandLine()
        .getOut()
        .println(
            "Insitu %s listens on %s:%d, database: %s. Connect: insitu sql %s"
                .formatted(
                    BuildVersion.get(),
                    server.address().getHostString(),
                    server.address().getPort(),
                    database,
                    server.url()));
    new CountDownLatch(1).await();
    return 0;
  }
}
