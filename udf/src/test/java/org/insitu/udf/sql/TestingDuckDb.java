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
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBResultSet;
import org.duckdb.DuckDBScalarFunctionBuilder;
import org.insitu.udf.expression.PiecewiseLinear;
import org.insitu.udf.kernel.TestingPoints;
import org.insitu.udf.kernel.TestingShapley;
import org.insitu.udf.kernel.TestingWalk;
import org.insitu.udf.model.Forest;
import org.insitu.udf.model.PointFunction;

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

  /** Makes a kernel callable, judged by the plain walk, the plain search and by the definition. */
  public void register(String name, KernelFunction function) {
    switch (function) {
      case ForestFunction forest -> register(name, forest);
      case PointsFunction points -> register(name, points);
      case InterpolationFunction line -> register(name, line.line());
    }
  }

  private void register(String name, PointsFunction points) {
    PointFunction function = points.function();
    int inputs = function.points().inputs().size();
    try (DuckDBScalarFunctionBuilder builder = DuckDBFunctions.scalarFunction()) {
      builder.withName(name).withReturnType(function.outputs() == 1 ? Double.class : String.class);
      for (int i = 0; i < inputs; i++) {
        builder.withParameter(Double.class);
      }
      builder
          .withVectorizedFunction(
              (input, output) -> {
                double[] row = new double[inputs];
                for (int i = 0; i < input.rowCount(); i++) {
                  for (int c = 0; c < inputs; c++) {
                    row[c] = input.vector(c).getDouble(i);
                  }
                  double[] answer = TestingPoints.answer(function, row);
                  if (answer.length == 1) {
                    output.setDouble(i, answer[0]);
                  } else {
                    output.setString(i, Arrays.toString(answer));
                  }
                }
              })
          .register(connection);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Goes from point to point. */
  private void register(String name, PiecewiseLinear line) {
    try (DuckDBScalarFunctionBuilder builder = DuckDBFunctions.scalarFunction()) {
      builder
          .withName(name)
          .withParameter(Double.class)
          .withReturnType(Double.class)
          .withVectorizedFunction(
              (input, output) -> {
                for (int i = 0; i < input.rowCount(); i++) {
                  if (input.vector(0).isNull(i)) {
                    output.setNull(i);
                    continue;
                  }
                  double x = input.vector(0).getDouble(i);
                  double y = Double.isNaN(x) ? x : line.y(0);
                  for (int k = 0; k < line.points() && x >= line.x(k); k++) {
                    boolean flat = line.slope(k) == 0;
                    y = flat ? line.y(k) : line.y(k) + (x - line.x(k)) * line.slope(k);
                  }
                  output.setDouble(i, y);
                }
              })
          .register(connection);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Makes a forest callable over DOUBLEs, judged by the plain walk and by the definition. */
  private void register(String name, ForestFunction function) {
    Forest forest = function.forest();
    boolean sum = function.kind() == ForestFunction.Kind.SUM;
    try (DuckDBScalarFunctionBuilder builder = DuckDBFunctions.scalarFunction()) {
      builder.withName(name).withReturnType(sum ? Double.class : String.class);
      for (int i = 0; i < forest.features(); i++) {
        builder.withParameter(Double.class);
      }
      builder
          .withVectorizedFunction(
              (input, output) -> {
                float[] row = new float[forest.features()];
                for (int i = 0; i < input.rowCount(); i++) {
                  for (int c = 0; c < row.length; c++) {
                    row[c] = (float) input.vector(c).getDouble(i);
                  }
                  if (sum) {
                    output.setDouble(i, TestingWalk.sum(forest, row));
                  } else {
                    double[] shares = TestingShapley.attributions(forest, row);
                    output.setString(i, Arrays.toString(shares));
                  }
                }
              })
          .register(connection);
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
