/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.bench;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;

/**
 * The greatest resident memory of server and client while a result is streamed, each in a process
 * of its own: ten million rows against ten thousand.
 */
public final class StreamMemory {
  private static final int[] ROWS = {10_000, 10_000_000};

  /** What a small client has; it collects its garbage then, as a large one need not. */
  private static final List<String> CLIENT_OPTIONS = List.of("-Xmx64m");

  private StreamMemory() {}

  public static void main(String[] args) throws Exception {
    if (args.length == 2) {
      client(args[0], Integer.parseInt(args[1]));
      return;
    }
    Machine.print();
    System.out.println("\n### Greatest resident memory while streaming\n");
    System.out.println("| Rows | Server | Client |\n| ---: | ---: | ---: |");
    for (int round = 0; round < Integer.getInteger("rounds", 3); round++) {
      for (int rows : ROWS) {
        try (ServerProcess server = ServerProcess.start()) {
          Process client =
              Distribution.java(
                  StreamMemory.class, CLIENT_OPTIONS, server.url(), String.valueOf(rows));
          String answer;
          try (var output =
              new BufferedReader(
                  new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            answer = output.readLine();
          }
          System.out.printf(
              "| %,d | %.0f MiB | %s MiB |%n", rows, server.mebibytes("VmHWM"), answer);
          client.waitFor();
        }
      }
    }
  }

  private static void client(String url, int rows) throws Exception {
    long sum = 0;
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT i, i * 2 AS j, i / 3.0::DOUBLE AS x, 'row ' || i AS t FROM range(%d) AS r(i)"
                    .formatted(rows))) {
      while (row.next()) {
        sum +=
            row.getLong(1) + row.getLong(2) + (long) row.getDouble(3) + row.getString(4).length();
      }
    }
    if (sum == 0) {
      throw new IllegalStateException("no rows came");
    }
    System.out.printf("%.0f%n", Distribution.mebibytes(ProcessHandle.current().pid(), "VmHWM"));
  }
}
