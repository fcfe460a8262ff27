/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net.batch;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.LongFunction;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.types.pojo.Schema;
import org.insitu.jdbc.wire.BatchLayout;
import org.insitu.jdbc.wire.Column;
import org.insitu.jdbc.wire.FrameHeader;
import org.insitu.jdbc.wire.Tag;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.jspecify.annotations.Nullable;

/**
 * Turns a result's batches into frames, splitting what is larger than a frame should be.
 *
 * <p><b>Threads:</b> one at a time. <b>Cost:</b> every value is copied once, from Arrow's memory
 * into the frame; that lets the answer overwrite its batch while the frame waits for the socket.
 */
public final class BatchEncoder {
  private final List<WireColumns.Typed> columns;
  private final BatchLimits limits;

  /** What the last frame held: the first guess for the next. */
  private int rowsGuess = Integer.MAX_VALUE;

  public BatchEncoder(
      Schema schema, LongFunction<@Nullable Dictionary> dictionaries, BatchLimits limits) {
    this.columns = WireColumns.of(schema, dictionaries);
    this.limits = limits;
  }

  /** The columns for the SCHEMA message. */
  public List<Column> columns() {
    return columns.stream().map(WireColumns.Typed::column).toList();
  }

  /** The columns of a schema that is only described. */
  public static List<Column> columns(Schema schema) {
    return new BatchEncoder(schema, id -> null, BatchLimits.NONE).columns();
  }

  /**
   * A frame and the rows in it.
   *
   * @param bytes the whole frame; the receiver releases it
   */
  public record Frame(ByteBuf bytes, int rows) {}

  /**
   * Encodes the next rows of a batch, as many as fit.
   *
   * @param from the first row, below {@code rowEnd}
   * @param rowEnd the row behind the last one wanted
   * @throws InsituException FRAME_TOO_LARGE when a single row does not fit
   */
  public Frame next(
      VectorSchemaRoot batch, int from, int rowEnd, int queryId, ByteBufAllocator allocator) {
    int rows = Math.min(Math.min(rowEnd - from, limits.rowsMax()), rowsGuess);
    BatchPlan plan = plan(batch, from, rows);
    while (plan.payloadBytes() > limits.payloadBytesWanted() && rows > 1) {
      double fits = 0.9 * rows * limits.payloadBytesWanted() / plan.payloadBytes();
      rows = Math.max(1, Math.min(rows - 1, (int) fits));
      // Bitmaps that begin with a whole byte are copied, not shifted.
      rows = rows > 8 ? rows & ~7 : rows;
      plan = plan(batch, from, rows);
    }
    rowsGuess = rows < rowEnd - from ? rows + rows / 4 + 8 : rowsGuess;
    if (plan.payloadBytes() > limits.payloadBytesMax()) {
      throw InsituException.of(
              ErrorCode.FRAME_TOO_LARGE,
              "A single row needs frameBytes: "
                  + plan.payloadBytes()
                  + " (expected: <= "
                  + limits.payloadBytesMax()
                  + ")")
          .hint("Select fewer or shorter values, or raise the driver's frame limit.");
    }
    return new Frame(write(plan, queryId, allocator), rows);
  }

  private BatchPlan plan(VectorSchemaRoot batch, int from, int rows) {
    BatchPlan plan = new BatchPlan(rows);
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).writer().plan(batch.getVector(i), from, rows, plan);
    }
    return plan;
  }

  private ByteBuf write(BatchPlan plan, int queryId, ByteBufAllocator allocator) {
    BatchLayout layout = plan.layout(limits.payloadBytesMax());
    int size = FrameHeader.BYTES + layout.payloadBytes();
    ByteBuf frame = allocator.directBuffer(size, size);
    try {
      ByteBuffer out = frame.nioBuffer(0, size).order(ByteOrder.LITTLE_ENDIAN);
      new FrameHeader(Tag.BATCH, queryId, layout.payloadBytes()).write(out);
      plan.write(layout, out.slice().order(ByteOrder.LITTLE_ENDIAN));
      return frame.writerIndex(size);
    } catch (RuntimeException | Error e) {
      frame.release();
      throw e;
    }
  }
}
