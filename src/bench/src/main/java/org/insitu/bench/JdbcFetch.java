/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.bench;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBDriver;

/**
 * Case 10: every getter of every row of ten columns of different types, through our driver from a
 * server in another process, against DuckDB's driver with the database in this one.
 */
public final class JdbcFetch {
  private static final int ROWS = 5_000_000;
  private static final String QUERY = "SELECT * FROM mixed";

  private JdbcFetch() {}

  public static void main(String[] args) throws Exception {
    Machine.print();
    int rows = Higgs.rows(ROWS);
    Properties streamed = new Properties();
    streamed.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
    try (ServerProcess server = ServerProcess.start();
        Connection ours = DriverManager.getConnection(server.url());
        Connection peer = DriverManager.getConnection("jdbc:duckdb:");
        Connection streaming = DriverManager.getConnection("jdbc:duckdb:", streamed)) {
      for (Connection connection : List.of(ours, peer, streaming)) {
        try (Statement statement = connection.createStatement()) {
          statement.execute(table(rows));
        }
      }
      List<Samples> samples =
          Rounds.ofWhole()
              .run(
                  "Case 10: fetch of %,d x 10 mixed columns, getters of java.sql".formatted(rows),
                  rows,
                  List.of(
                      new Contender("insitu-jdbc over loopback", () -> fetch(ours)),
                      new Contender("duckdb_jdbc in process", () -> fetch(peer)),
                      new Contender("duckdb_jdbc in process, streamed", () -> fetch(streaming))));
      Rounds.verdict("Fetch", samples.get(0), faster(samples.get(1), samples.get(2)), 1);
      samples =
          Rounds.ofWhole()
              .run(
                  "Case 10: the same, dates as java.time",
                  rows,
                  List.of(
                      new Contender("insitu-jdbc over loopback", () -> fetchTime(ours)),
                      new Contender("duckdb_jdbc in process", () -> fetchTime(peer)),
                      new Contender(
                          "duckdb_jdbc in process, streamed", () -> fetchTime(streaming))));
      Rounds.verdict("Fetch", samples.get(0), faster(samples.get(1), samples.get(2)), 1);
    }
  }

  private static Samples faster(Samples a, Samples b) {
    return a.median() <= b.median() ? a : b;
  }

  private static String table(int rows) {
    return """
    CREATE TABLE mixed AS SELECT
      CAST(i AS INTEGER) AS c_integer,
      i * 7919 AS c_bigint,
      CASE WHEN i %% 10 = 0 THEN NULL ELSE CAST(i %% 30000 AS SMALLINT) END AS c_smallint,
      i / 7.0::DOUBLE AS c_double,
      CASE WHEN i %% 7 = 0 THEN NULL ELSE CAST(i / 3.0 AS FLOAT) END AS c_real,
      i %% 3 = 0 AS c_boolean,
      CAST(i / 100.0 AS DECIMAL(12, 2)) AS c_decimal,
      DATE '2000-01-01' + CAST(i %% 9000 AS INTEGER) AS c_date,
      TIMESTAMP '2020-01-01 00:00:00' + to_milliseconds(i) AS c_timestamp,
      CASE WHEN i %% 20 = 0 THEN NULL ELSE 'customer ' || (i %% 100000) END AS c_varchar
    FROM range(%d) AS r(i)
    """
        .formatted(rows);
  }

  private static long numbers(ResultSet row) throws SQLException {
    long sum = row.getInt(1) + row.getLong(2) + row.getShort(3);
    sum += (long) row.getDouble(4) + (long) row.getFloat(5) + (row.getBoolean(6) ? 1 : 0);
    BigDecimal decimal = row.getBigDecimal(7);
    return sum + decimal.scale();
  }

  private static int length(ResultSet row) throws SQLException {
    String text = row.getString(10);
    return text == null ? 0 : text.length();
  }

  private static String fetch(Connection connection) throws SQLException {
    long sum = 0;
    long rows = 0;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(QUERY)) {
      while (row.next()) {
        Date date = row.getDate(8);
        Timestamp timestamp = row.getTimestamp(9);
        sum += numbers(row) + date.getTime() + timestamp.getTime() + length(row);
        rows++;
      }
    }
    return rows + " rows, sum " + sum;
  }

  private static String fetchTime(Connection connection) throws SQLException {
    long sum = 0;
    long rows = 0;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(QUERY)) {
      while (row.next()) {
        LocalDate date = row.getObject(8, LocalDate.class);
        LocalDateTime timestamp = row.getObject(9, LocalDateTime.class);
        sum += numbers(row) + date.getDayOfMonth() + timestamp.getSecond() + length(row);
        rows++;
      }
    }
    return rows + " rows, sum " + sum;
  }
}
