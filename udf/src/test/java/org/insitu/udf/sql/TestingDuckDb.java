/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.sql;

import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Struct;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.arrow.c.ArrowArrayStream;
import org.apache.arrow.c.Data;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.duckdb.DuckDBResultSet;

/** A DuckDB in memory that answers with plain Java values, or with Arrow. */
public final class TestingDuckDb implements AutoCloseable {
  private final Connection connection;

  public TestingDuckDb() {
    try {
      connection = DriverManager.getConnection("jdbc:duckdb:");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  public void run(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql + "\n" + e.getMessage(), e);
    }
  }

  /** All rows; lists are lists and structs are lists of their fields. */
  public List<List<Object>> query(String sql) {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<List<Object>> rows = new ArrayList<>();
      while (result.next()) {
        List<Object> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(plain(result.getObject(i)));
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException e) {
      throw new AssertionError(sql + "\n" + e.getMessage(), e);
    }
  }

  /** Hands the answer, as a stream of Arrow batches, to a consumer. */
  public void arrow(String sql, BufferAllocator allocator, ArrowConsumer consumer) {
    try (Statement statement = connection.createStatement();
        DuckDBResultSet result = (DuckDBResultSet) statement.executeQuery(sql);
        ArrowReader reader = (ArrowReader) result.arrowExportStream(allocator, 2048)) {
      consumer.accept(reader);
    } catch (Exception e) {
      throw new AssertionError(sql + "\n" + e.getMessage(), e);
    }
  }

  /** Takes a stream. */
  public interface ArrowConsumer {
    void accept(ArrowReader reader) throws Exception;
  }

  /** Makes a stream readable as a table. */
  public void register(String name, BufferAllocator allocator, ArrowReader reader) {
    ArrowArrayStream stream = ArrowArrayStream.allocateNew(allocator);
    Data.exportArrayStream(allocator, reader, stream);
    try {
      connection.unwrap(org.duckdb.DuckDBConnection.class).registerArrowStream(name, stream);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static Object plain(Object value) throws SQLException {
    return switch (value) {
      case null -> null;
      case Array array -> plain((Object[]) array.getArray());
      case Struct struct -> plain(struct.getAttributes());
      default -> value;
    };
  }

  private static List<Object> plain(Object[] values) throws SQLException {
    Object[] plain = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      plain[i] = plain(values[i]);
    }
    return Arrays.asList(plain);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
