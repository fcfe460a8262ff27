/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/**
 * From the command to the first answered query, a connection included; the memory of an idle
 * server; and the time of {@code insitu quickstart}, when all is built.
 */
public final class ServerStart {
  private static final Duration IDLE = Duration.ofSeconds(10);

  private ServerStart() {}

  public static void main(String[] args) throws Exception {
    Machine.print();
    List<Samples> samples =
        Rounds.ofWhole()
            .run(
                "Server start",
                0,
                List.of(
                    new Contender("start to first answer", ServerStart::firstAnswer),
                    new Contender("insitu quickstart", ServerStart::quickstart)));
    Rounds.limit("Start to first answer", samples.get(0).median() / 1e6, 2_000, "ms");
    Rounds.limit("Quickstart", samples.get(1).median() / 1e6, 5_000, "ms");
    try (ServerProcess server = ServerProcess.start()) {
      query(server);
      Thread.sleep(IDLE);
      Rounds.limit("Idle server, resident", server.mebibytes("VmRSS"), 300, "MiB");
      System.out.printf("Of it anonymous: %.1f MiB.%n", server.mebibytes("RssAnon"));
    }
  }

  private static String firstAnswer() throws Exception {
    try (ServerProcess server = ServerProcess.start()) {
      return query(server);
    }
  }

  private static String query(ServerProcess server) throws Exception {
    try (Connection connection = DriverManager.getConnection(server.url());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT 6 * 7")) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static String quickstart() throws Exception {
    Process process =
        Distribution.insitu("quickstart").redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    return "exit " + process.waitFor();
  }
}
