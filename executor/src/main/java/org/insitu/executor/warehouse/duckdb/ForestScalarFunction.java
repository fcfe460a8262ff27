/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.warehouse.duckdb;

import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBFunctions.RegisteredFunction;
import org.duckdb.DuckDBReadableVector;
import org.duckdb.DuckDBScalarFunction;
import org.duckdb.DuckDBScalarFunctionBuilder;
import org.duckdb.DuckDBWritableVector;
import org.insitu.udf.kernel.ForestKernel;
import org.insitu.udf.model.Forest;

/**
 * A forest as a vectorised scalar function in DuckDB's own pipeline: FLOAT inputs, NULL for
 * missing, a DOUBLE sum that is never NULL.
 *
 * <p><b>Threads:</b> DuckDB's; each call takes a block of its own and gives it back.
 */
final class ForestScalarFunction implements DuckDBScalarFunction {
  /** DuckDB's vectors have at most this many rows. */
  private static final int VECTOR_ROWS = 2_048;

  private final ForestKernel kernel;
  private final Queue<Block> idle = new ConcurrentLinkedQueue<>();

  private record Block(float[][] columns, double[] sums) {}

  private ForestScalarFunction(Forest forest) {
    this.kernel = ForestKernel.compile(forest);
  }

  static RegisteredFunction register(DuckDBConnection connection, String name, Forest forest) {
    try (DuckDBScalarFunctionBuilder builder = DuckDBFunctions.scalarFunction()) {
      builder.withName(name).withReturnType(Double.class);
      for (int i = 0; i < forest.features(); i++) {
        builder.withParameter(Float.class);
      }
      return builder.withVectorizedFunction(new ForestScalarFunction(forest)).register(connection);
    } catch (SQLException e) {
      throw DuckDbErrors.translate(e);
    }
  }

  @Override
  public void apply(DuckDBDataChunkReader input, DuckDBWritableVector output) {
    int rows = (int) input.rowCount();
    Block block = idle.poll();
    if (block == null || block.sums().length < rows) {
      int size = Math.max(rows, VECTOR_ROWS);
      block = new Block(new float[kernel.features()][size], new double[size]);
    }
    for (int c = 0; c < kernel.features(); c++) {
      DuckDBReadableVector vector = input.vector(c);
      float[] column = block.columns()[c];
      for (int i = 0; i < rows; i++) {
        column[i] = vector.getFloat(i, Float.NaN);
      }
    }
    kernel.sum(block.columns(), 0, rows, block.sums());
    for (int i = 0; i < rows; i++) {
      output.setDouble(i, block.sums()[i]);
    }
    idle.add(block);
  }
}
