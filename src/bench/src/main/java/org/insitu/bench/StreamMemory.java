/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The greatest resident memory of server and client while rows are streamed, each in a process of
 * its own: one result of ten million rows against a thousand of ten thousand. Both move the same
 * rows, so that compiled code, collected garbage and pools that fill with work are in both figures,
 * and the difference is what a result needs for being large. A single result of ten thousand in a
 * process that has done nothing else is shown beside them.
 */
public final class StreamMemory {
  private static final int SMALL = 10_000;
  private static final int LARGE = 10_000_000;

  /** What a small client has; it collects its garbage then, as a large one need not. */
  private static final List<String> CLIENT_OPTIONS = List.of("-Xms16m", "-Xmx64m");

  /** Runs of one shape differ by as much, for when the collector ran and a page was given back. */
  private static final double TOLERANCE_MEBIBYTES = 16;

  private StreamMemory() {}

  public static void main(String[] args) throws Exception {
    if (args.length == 3) {
      client(args[0], Integer.parseInt(args[1]), Integer.parseInt(args[2]));
      return;
    }
    Machine.print();
    int rounds = Integer.getInteger("rounds", 3);
    List<Shape> shapes =
        List.of(new Shape(1, SMALL), new Shape(LARGE / SMALL, SMALL), new Shape(1, LARGE));
    double[][] server = new double[shapes.size()][rounds];
    double[][] client = new double[shapes.size()][rounds];
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < shapes.size(); i++) {
        Peaks peaks = measure(shapes.get(i));
        server[i][round] = peaks.server();
        client[i][round] = peaks.client();
      }
    }
    System.out.println("\n### Greatest resident memory while streaming, in MiB\n");
    System.out.println("| | min | median | max |\n| --- | ---: | ---: | ---: |");
    List<Samples> all = new ArrayList<>();
    for (int i = 0; i < shapes.size(); i++) {
      all.add(print("server, " + shapes.get(i), server[i]));
      all.add(print("client, " + shapes.get(i), client[i]));
    }
    System.out.printf("%nRounds: %d; load average now %s.%n", rounds, Machine.load());
    for (int side = 0; side < 2; side++) {
      double more = all.get(4 + side).median() - all.get(2 + side).median();
      String what = "More memory for the large result, " + (side == 0 ? "server" : "client");
      Rounds.limit(what, more, TOLERANCE_MEBIBYTES, "MiB");
    }
  }

  private static Samples print(String name, double[] mebibytes) {
    Samples samples = Samples.of(name, mebibytes);
    System.out.printf(
        Locale.ROOT,
        "| %s | %.0f | %.0f | %.0f |%n",
        name,
        samples.min(),
        samples.median(),
        samples.max());
    return samples;
  }

  private static Peaks measure(Shape shape) throws IOException, InterruptedException {
    try (ServerProcess server = ServerProcess.start()) {
      Process client =
          Distribution.java(
              StreamMemory.class,
              CLIENT_OPTIONS,
              server.url(),
              String.valueOf(shape.results()),
              String.valueOf(shape.rows()));
      try (var output =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
        String answer = output.readLine();
        if (client.waitFor() != 0 || answer == null) {
          throw new IOException("the client failed");
        }
        return new Peaks(server.mebibytes("VmHWM"), Double.parseDouble(answer));
      }
    }
  }

  private static void client(String url, int results, int rows) throws Exception {
    long sum = 0;
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < results; i++) {
        sum += read(statement, rows);
      }
    }
    if (sum == 0) {
      throw new IllegalStateException("no rows came");
    }
    System.out.println(Distribution.mebibytes(ProcessHandle.current().pid(), "VmHWM"));
  }

  private static long read(Statement statement, int rows) throws SQLException {
    long sum = 0;
    try (ResultSet row =
        statement.executeQuery(
            "SELECT i, i * 2 AS j, i / 3.0::DOUBLE AS x, 'row ' || i AS t FROM range(%d) AS r(i)"
                .formatted(rows))) {
      while (row.next()) {
        sum +=
            row.getLong(1) + row.getLong(2) + (long) row.getDouble(3) + row.getString(4).length();
      }
    }
    return sum;
  }

  private record Shape(int results, int rows) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "%,d %s of %,d rows", results, results == 1 ? "result" : "results", rows);
    }
  }

  /** Mebibytes. */
  private record Peaks(double server, double client) {}
}
