/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A connection to an engine of its own in memory, for all tests of a class whose instance is one
 * (PER_CLASS): a field with {@code @RegisterExtension}.
 */
public final class TestingSession implements BeforeAllCallback, AfterAllCallback {
  private final TestingInsitu insitu = TestingInsitu.inMemory();
  private final String[] setUp;
  private Connection connection;

  /** A session that begins with these statements. */
  public TestingSession(String... setUp) {
    this.setUp = setUp.clone();
  }

  @Override
  public void beforeAll(ExtensionContext context) throws SQLException {
    connection = insitu.connect();
    run(setUp);
  }

  @Override
  public void afterAll(ExtensionContext context) throws SQLException {
    connection.close();
    insitu.close();
  }

  public Connection connection() {
    return connection;
  }

  /** The engine, for more connections to it. */
  public TestingInsitu insitu() {
    return insitu;
  }

  /** See {@link TestingInsitu#rows}. */
  public List<List<Object>> rows(String sql) throws SQLException {
    return TestingInsitu.rows(connection, sql);
  }

  public void run(String... statements) throws SQLException {
    TestingInsitu.run(connection, statements);
  }
}
