/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net;

import io.netty.buffer.ByteBufAllocator;
import java.util.List;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.insitu.executor.warehouse.Answer;
import org.insitu.jdbc.wire.Column;
import org.insitu.server.net.batch.BatchEncoder;
import org.insitu.server.net.batch.BatchLimits;
import org.jspecify.annotations.Nullable;

/**
 * An answer as a sequence of frames.
 *
 * <p><b>Threads:</b> one at a time. <b>Ownership:</b> closing it closes the answer.
 */
final class ResultRows implements AutoCloseable {
  private final Answer answer;
  private final BatchEncoder encoder;
  private final int queryId;
  private @Nullable VectorSchemaRoot batch;
  private int row;
  private long rowsLeft;

  /**
   * The rows of an answer.
   *
   * @param rowsMax 0 for all
   */
  ResultRows(Answer answer, int queryId, long rowsMax, BatchLimits limits) {
    this.answer = answer;
    this.queryId = queryId;
    this.encoder = new BatchEncoder(answer.schema(), answer::dictionary, limits);
    this.rowsLeft = rowsMax == 0 ? Long.MAX_VALUE : rowsMax;
  }

  List<Column> columns() {
    return encoder.columns();
  }

  /** The next frame, null at the end. The caller releases it. */
  BatchEncoder.@Nullable Frame next(ByteBufAllocator allocator) {
    VectorSchemaRoot rows = batch;
    while (rowsLeft > 0 && (rows == null || row == rows.getRowCount())) {
      if (!answer.next()) {
        rowsLeft = 0;
      }
      rows = answer.batch();
      row = 0;
    }
    batch = rows;
    if (rowsLeft == 0 || rows == null) {
      return null;
    }
    int end = (int) Math.min(rows.getRowCount(), row + rowsLeft);
    BatchEncoder.Frame frame = encoder.next(rows, row, end, queryId, allocator);
    row += frame.rows();
    rowsLeft -= frame.rows();
    return frame;
  }

  @Override
  public void close() {
    answer.close();
  }
}
