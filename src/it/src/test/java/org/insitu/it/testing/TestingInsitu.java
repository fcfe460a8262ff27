/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.insitu.server.net.Server;
import org.insitu.server.net.ServerConfig;
import org.insitu.server.session.EngineConfig;
import org.insitu.server.session.InsituEngine;

/** A real server on a free port in this process, and real connections to it. */
public final class TestingInsitu implements AutoCloseable {
  private final InsituEngine engine;
  private final Server server;

  private TestingInsitu(EngineConfig config) {
    this.engine = InsituEngine.open(config);
    this.server = Server.start(ServerConfig.embedded(), engine);
  }

  public static TestingInsitu inMemory() {
    return new TestingInsitu(EngineConfig.inMemory());
  }

  public static TestingInsitu on(Path database) {
    return new TestingInsitu(EngineConfig.of(database));
  }

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url());
  }

  /** Where to connect, without properties. */
  public String url() {
    return "jdbc:insitu://127.0.0.1:" + server.address().getPort() + "/";
  }

  /** All rows of a query as Java values. */
  public static List<List<Object>> rows(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<List<Object>> rows = new ArrayList<>();
      while (result.next()) {
        List<Object> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(result.getObject(i));
        }
        rows.add(row);
      }
      return rows;
    }
  }

  public static void run(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Asserts that a query has rows, the same when the database was closed and opened again. */
  public static void assertSameAfterRestart(Path database, String query, String... setUp)
      throws SQLException {
    List<List<Object>> before;
    try (TestingInsitu first = on(database);
        Connection line = first.connect()) {
      run(line, setUp);
      before = rows(line, query);
    }
    try (TestingInsitu second = on(database);
        Connection line = second.connect()) {
      assertThat(rows(line, query)).isNotEmpty().isEqualTo(before);
    }
  }

  @Override
  public void close() {
    try (engine) {
      server.close();
    }
  }
}
