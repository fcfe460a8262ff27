/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.insitu.server.net.Server;
import org.insitu.server.net.ServerConfig;
import org.insitu.server.session.EngineConfig;
import org.insitu.server.session.InsituEngine;

/** A server in a process of its own, that can be killed. */
public final class ServerProcess implements AutoCloseable {
  private static final String READY = "listening on ";

  private final Process process;
  private final int port;

  private ServerProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** What the process runs: {@code args[0]} is the database file. */
  public static void main(String[] args) throws InterruptedException {
    InsituEngine engine = InsituEngine.open(EngineConfig.of(Path.of(args[0])));
    Server server = Server.start(ServerConfig.embedded(), engine);
    System.out.println(READY + server.address().getPort());
    Thread.sleep(120_000); // ends by itself should the test die
  }

  public static ServerProcess start(Path database) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            ServerProcess.class.getName(),
            database.toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    String line = output.readLine();
    while (line != null && !line.startsWith(READY)) {
      line = output.readLine();
    }
    if (line == null) {
      throw new IOException("the server ended before it listened");
    }
    return new ServerProcess(process, Integer.parseInt(line.substring(READY.length())));
  }

  public Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:insitu://127.0.0.1:" + port + "/");
  }

  /** Runs a statement again and again until the server is gone. */
  public Thread trainForEver(String sql) throws SQLException {
    Connection connection = connect();
    Thread thread =
        new Thread(
            () -> {
              try (connection) {
                while (true) {
                  TestingInsitu.run(connection, sql);
                }
              } catch (SQLException e) {
                if (!String.valueOf(e.getSQLState()).startsWith("08")) {
                  throw new IllegalStateException(e);
                }
              }
            });
    thread.start();
    return thread;
  }

  /** kill -9. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
