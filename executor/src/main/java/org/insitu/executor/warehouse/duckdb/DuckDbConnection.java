/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.warehouse.duckdb;

import java.io.IOException;
import java.sql.ParameterMetaData;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.arrow.c.ArrowArrayStream;
import org.apache.arrow.c.Data;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBResultSet;
import org.duckdb.DuckDBResultSetMetaData;
import org.duckdb.StatementReturnType;
import org.insitu.executor.warehouse.Answer;
import org.insitu.executor.warehouse.Scalars;
import org.insitu.executor.warehouse.WarehouseConnection;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.udf.sql.KernelFunction;
import org.jspecify.annotations.Nullable;

/** One connection of the embedded database. */
public final class DuckDbConnection implements WarehouseConnection {
  /** Rows of an Arrow batch: large enough to amortise the crossing, small enough for a cache. */
  static final int BATCH_ROWS = 8_192;

  private final DuckDbWarehouse warehouse;
  private final DuckDBConnection connection;
  private final BufferAllocator allocator;
  private volatile @Nullable DuckDBPreparedStatement running;
  private volatile boolean cancelled;
  private boolean inTransaction;
  private boolean inSnapshot;
  private final TransactionTables tables = new TransactionTables();
  private final List<ArrowArrayStream> streams = new ArrayList<>();

  DuckDbConnection(
      DuckDbWarehouse warehouse, DuckDBConnection connection, BufferAllocator allocator) {
    this.warehouse = warehouse;
    this.connection = connection;
    this.allocator = allocator.newChildAllocator("connection", 0, Long.MAX_VALUE);
  }

  @Override
  public Schema describe(String sql) {
    return prepare(sql).resultSchema();
  }

  @Override
  public double estimatedRows(String sql) {
    List<List<@Nullable Object>> plan =
        Scalars.rows(this, "EXPLAIN (FORMAT JSON) " + withoutSemicolon(sql));
    return plan.isEmpty() ? -1 : PlanEstimate.rows(String.valueOf(plan.getFirst().getLast()));
  }

  @Override
  public Prepared prepare(String sql) {
    try (DuckDBPreparedStatement statement = prepareStatement(sql)) {
      ParameterMetaData parameters = statement.getParameterMetaData();
      int count = parameters.getParameterCount();
      DuckDBResultSetMetaData columns = (DuckDBResultSetMetaData) statement.getMetaData();
      if (columns == null || columns.getReturnType() != StatementReturnType.QUERY_RESULT) {
        return new Prepared(count, new Schema(List.of()));
      }
      return new Prepared(count, resultSchema(sql, count, columns));
    } catch (SQLException e) {
      throw DuckDbErrors.translate(e, sql);
    }
  }

  /**
   * The Arrow types of a query's columns. Where their names do not say all, its empty answer does,
   * which DuckDB plans the query anew for.
   */
  private Schema resultSchema(String sql, int parameters, ResultSetMetaData columns)
      throws SQLException {
    Optional<Schema> plain = DuckDbTypes.plainSchema(columns);
    return plain.isPresent() ? plain.get() : emptyAnswer(sql, parameters, columns);
  }

  private Schema emptyAnswer(String sql, int parameters, ResultSetMetaData columns)
      throws SQLException {
    String empty = "SELECT * FROM (" + withoutSemicolon(sql) + "\n) LIMIT 0";
    try (Answer answer = execute(empty, Collections.nCopies(parameters, null))) {
      List<Field> fields = answer.schema().getFields();
      if (fields.size() == columns.getColumnCount()) {
        return new Schema(renamed(fields, columns));
      }
    } catch (InsituException e) {
      if (e.code() == ErrorCode.CANCELLED) {
        throw e;
      }
      // Not a query that can stand in FROM (EXPLAIN, CALL): its columns are known by name only.
    }
    List<Field> texts = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      texts.add(DuckDbTypes.field(columns.getColumnName(i), columns.getColumnTypeName(i)));
    }
    return new Schema(texts);
  }

  /** DuckDB makes the names of a sub-query's columns unique; the statement itself keeps them. */
  private static List<Field> renamed(List<Field> fields, ResultSetMetaData columns)
      throws SQLException {
    List<Field> result = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      result.add(
          new Field(columns.getColumnName(i + 1), field.getFieldType(), field.getChildren()));
    }
    return DuckDbTypes.named(result, columns);
  }

  static String withoutSemicolon(String sql) {
    String text = sql.stripTrailing();
    return text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
  }

  @Override
  public Answer execute(String sql, List<Object> parameters) {
    cancelled = false;
    DuckDBPreparedStatement statement = null;
    try {
      boolean direct = parameters.isEmpty() && hasNoParameters(sql);
      statement =
          direct
              ? (DuckDBPreparedStatement) connection.createStatement()
              : bound(prepareStatement(sql), parameters);
      running = statement;
      boolean hasRows = direct ? statement.execute(sql) : statement.execute();
      ran(sql);
      if (!hasRows) {
        return DuckDbAnswer.count(this, statement, statement.getUpdateCount());
      }
      DuckDBResultSet rows = (DuckDBResultSet) statement.getResultSet();
      return DuckDbAnswer.rows(this, statement, rows, allocator);
    } catch (SQLException e) {
      close(statement);
      throw failure(e, sql, parameters);
    } catch (RuntimeException e) {
      close(statement);
      throw e;
    }
  }

  @Override
  public void tidy(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
      ran(sql);
    } catch (SQLException e) {
      throw DuckDbErrors.translate(e, sql);
    }
  }

  private void ran(String sql) {
    inTransaction = TransactionState.after(sql, inTransaction);
    tables.ran(sql, inTransaction);
  }

  /**
   * Whether no parameter can be in a text. Such a statement is run unprepared: DuckDB plans a
   * prepared one twice, when it is prepared and when it is run.
   */
  private static boolean hasNoParameters(String sql) {
    return sql.indexOf('?') < 0 && sql.indexOf('$') < 0;
  }

  private DuckDBPreparedStatement bound(DuckDBPreparedStatement statement, List<Object> parameters)
      throws SQLException {
    try {
      int expected = statement.getParameterMetaData().getParameterCount();
      if (expected != parameters.size()) {
        throw InsituException.of(
            ErrorCode.PARAMETER_COUNT,
            "Parameters: %d (the statement has %d question marks)"
                .formatted(parameters.size(), expected));
      }
      DuckDbTypes.bind(connection, statement, parameters);
      return statement;
    } catch (SQLException | RuntimeException e) {
      close(statement);
      throw e;
    }
  }

  private DuckDBPreparedStatement prepareStatement(String sql) throws SQLException {
    return (DuckDBPreparedStatement) connection.prepareStatement(sql);
  }

  private void close(@Nullable DuckDBPreparedStatement statement) {
    running = null;
    if (statement != null) {
      try {
        statement.close();
      } catch (SQLException e) {
        throw DuckDbErrors.translate(e);
      }
    }
  }

  void finished() {
    running = null;
  }

  private InsituException failure(SQLException e, String sql, List<Object> parameters) {
    if (cancelled) {
      return DuckDbErrors.cancelled();
    }
    if (!DuckDbErrors.hidesReason(e)) {
      return DuckDbErrors.translate(e, sql);
    }
    try {
      InsituException found =
          new HiddenReason(sql, parameters, tables, statement -> running = statement)
              .find(connection, e, inSnapshot);
      return cancelled ? DuckDbErrors.cancelled() : found;
    } finally {
      running = null;
    }
  }

  /** The error of a stream that broke while it was read. */
  InsituException streamFailure(Exception e) {
    return cancelled ? DuckDbErrors.cancelled() : DuckDbErrors.translate(e);
  }

  @Override
  public Snapshot snapshot() {
    if (inTransaction) {
      return () -> {};
    }
    execute("BEGIN TRANSACTION", List.of()).close();
    inSnapshot = true;
    return () -> {
      inSnapshot = false;
      tidy("ROLLBACK");
    };
  }

  @Override
  public void register(String name, ArrowReader stream) {
    ArrowArrayStream exported = ArrowArrayStream.allocateNew(allocator);
    streams.add(exported);
    Data.exportArrayStream(allocatorOf(stream), stream, exported);
    connection.registerArrowStream(name, exported);
  }

  /** Batches are handed over within the allocator they were made by. */
  private BufferAllocator allocatorOf(ArrowReader stream) {
    try {
      List<FieldVector> vectors = stream.getVectorSchemaRoot().getFieldVectors();
      return vectors.isEmpty() ? allocator : vectors.getFirst().getAllocator();
    } catch (IOException e) {
      throw DuckDbErrors.translate(e);
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>A running transaction sees only functions that are older than it, so there the function is
   * made in the transaction itself, and goes with it when that is rolled back.
   */
  @Override
  public void register(String name, KernelFunction function) {
    if (!inTransaction) {
      warehouse.register(name, function);
    } else if (!warehouse.mayHave(name) || !isFunction(name)) {
      KernelFunctions.register(connection, name, function);
      warehouse.madeInTransaction(name);
    }
  }

  boolean isFunction(String name) {
    return !Scalars.rows(
            this, "SELECT 1 FROM duckdb_functions() WHERE function_name = ? LIMIT 1", name)
        .isEmpty();
  }

  @Override
  public void cancel() {
    cancelled = true;
    DuckDBPreparedStatement statement = running;
    if (statement != null) {
      try {
        statement.cancel();
      } catch (SQLException e) {
        throw DuckDbErrors.translate(e);
      }
    }
  }

  @Override
  public double progress() {
    DuckDBPreparedStatement statement = running;
    if (statement == null) {
      return -1;
    }
    try {
      double percent = statement.getQueryProgress().getPercentage();
      return percent < 0 ? -1 : percent / 100;
    } catch (SQLException e) {
      return -1; // it has just ended
    }
  }

  @Override
  public void close() {
    try (allocator) {
      connection.close();
      streams.forEach(ArrowArrayStream::release);
      streams.forEach(ArrowArrayStream::close);
    } catch (SQLException e) {
      throw DuckDbErrors.translate(e);
    }
  }
}
