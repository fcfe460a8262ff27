/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.warehouse.duckdb;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBResultSet;
import org.insitu.executor.warehouse.Answer;
import org.jspecify.annotations.Nullable;

/** The answer of a DuckDB statement: its Arrow stream, zero copy, or a count. */
final class DuckDbAnswer implements Answer {
  private static final Schema NO_COLUMNS = new Schema(List.of());

  private final DuckDbConnection connection;
  private final DuckDBPreparedStatement statement;
  private final @Nullable ArrowReader reader;
  private final long updateCount;
  private final Schema schema;
  private boolean closed;

  private DuckDbAnswer(
      DuckDbConnection connection,
      DuckDBPreparedStatement statement,
      @Nullable ArrowReader reader,
      Schema schema,
      long updateCount) {
    this.connection = connection;
    this.statement = statement;
    this.reader = reader;
    this.schema = schema;
    this.updateCount = updateCount;
  }

  static DuckDbAnswer count(
      DuckDbConnection connection, DuckDBPreparedStatement statement, long count) {
    return new DuckDbAnswer(connection, statement, null, NO_COLUMNS, count);
  }

  static DuckDbAnswer rows(
      DuckDbConnection connection,
      DuckDBPreparedStatement statement,
      DuckDBResultSet rows,
      BufferAllocator allocator)
      throws SQLException {
    ArrowReader reader =
        (ArrowReader) rows.arrowExportStream(allocator, DuckDbConnection.BATCH_ROWS);
    try {
      List<Field> fields = reader.getVectorSchemaRoot().getSchema().getFields();
      Schema schema = new Schema(DuckDbTypes.named(fields, rows.getMetaData()));
      return new DuckDbAnswer(connection, statement, reader, schema, -1);
    } catch (IOException e) {
      throw connection.streamFailure(e);
    }
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public long updateCount() {
    return updateCount;
  }

  @Override
  public boolean next() {
    if (reader == null) {
      return false;
    }
    try {
      return reader.loadNextBatch();
    } catch (IOException | RuntimeException e) {
      throw connection.streamFailure(e);
    }
  }

  @Override
  public VectorSchemaRoot batch() {
    return rootOf(required());
  }

  @Override
  public @Nullable Dictionary dictionary(long id) {
    return required().lookup(id);
  }

  private ArrowReader required() {
    if (reader == null) {
      throw new IllegalStateException("the statement answered with a count");
    }
    return reader;
  }

  private VectorSchemaRoot rootOf(ArrowReader stream) {
    try {
      return stream.getVectorSchemaRoot();
    } catch (IOException e) {
      throw connection.streamFailure(e);
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    connection.finished();
    try (statement) {
      if (reader != null) {
        reader.close();
      }
    } catch (SQLException | IOException e) {
      throw DuckDbErrors.translate(e);
    }
  }
}
