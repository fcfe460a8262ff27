/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.warehouse.duckdb;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;
import org.duckdb.DuckDBScalarFunction;
import org.duckdb.DuckDBWritableVector;
import org.insitu.udf.kernel.PointKernel;
import org.insitu.udf.model.PointFunction;

/**
 * A function of stored points as a vectorised scalar function in DuckDB's own pipeline: DOUBLE
 * inputs, and a DOUBLE or the text of a list, never NULL.
 *
 * <p><b>Threads:</b> DuckDB's; each call takes a block of its own and gives it back.
 */
final class PointsScalarFunction implements DuckDBScalarFunction {
  /** DuckDB's vectors have at most this many rows. */
  private static final int VECTOR_ROWS = 2_048;

  private final PointKernel kernel;
  private final int inputs;
  private final int outputs;
  private final Queue<Block> idle = new ConcurrentLinkedQueue<>();

  PointsScalarFunction(PointFunction function) {
    this.kernel = PointKernel.compile(function);
    this.inputs = function.points().inputs().size();
    this.outputs = function.outputs();
  }

  @SuppressWarnings("ArrayRecordComponent") // scratch of one call
  private record Block(double[][] in, double[][] out, StringBuilder text, int size) {}

  private Block block(int rows) {
    Block block = idle.poll();
    if (block != null && block.size() >= rows) {
      return block;
    }
    int size = Math.max(rows, VECTOR_ROWS);
    return new Block(
        new double[inputs][size], new double[outputs][size], new StringBuilder(), size);
  }

  @Override
  public void apply(DuckDBDataChunkReader input, DuckDBWritableVector output) {
    int rows = (int) input.rowCount();
    Block block = block(rows);
    for (int c = 0; c < inputs; c++) {
      DuckDBReadableVector vector = input.vector(c);
      double[] column = block.in()[c];
      for (int i = 0; i < rows; i++) {
        column[i] = vector.getDouble(i, Double.NaN);
      }
    }
    kernel.compute(block.in(), rows, block.out());
    for (int i = 0; i < rows; i++) {
      if (outputs == 1) {
        output.setDouble(i, block.out()[0][i]);
      } else {
        output.setString(i, NumberList.of(block.out(), i, block.text()));
      }
    }
    idle.add(block);
  }
}
