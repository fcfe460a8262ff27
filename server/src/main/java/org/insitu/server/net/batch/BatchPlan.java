/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net.batch;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.memory.ArrowBuf;
import org.insitu.jdbc.wire.BatchLayout;

/**
 * The nodes and buffers of one frame, known by size before a byte is written.
 *
 * <p><b>Ownership:</b> buffers are read when {@link #write} is called; the batch must still be
 * there.
 */
final class BatchPlan {
  /** Writes one buffer at the position, exactly as many bytes as were planned. */
  @FunctionalInterface
  interface Part {
    void write(ByteBuffer out);
  }

  private static final Part NOTHING = out -> {};

  private final BatchLayout.Builder layout;
  private final List<Part> parts = new ArrayList<>();

  BatchPlan(int rows) {
    layout = new BatchLayout.Builder(rows);
  }

  void node(int length, int nulls) {
    layout.node(length, nulls);
  }

  /** The next buffer; a size over 2 GiB counts as that, which is over every limit. */
  void buffer(long bytes, Part part) {
    layout.buffer((int) Math.min(bytes, Integer.MAX_VALUE));
    parts.add(part);
  }

  void emptyBuffer() {
    buffer(0, NOTHING);
  }

  /** A piece of Arrow memory as it is. */
  void copy(ArrowBuf source, long from, long bytes) {
    buffer(
        bytes,
        out -> {
          ByteBuffer target = out.duplicate();
          target.limit(target.position() + (int) bytes);
          source.getBytes(from, target);
        });
  }

  long payloadBytes() {
    return layout.payloadBytes();
  }

  BatchLayout layout(int payloadBytesMax) {
    return layout.build(payloadBytesMax);
  }

  /** Writes header and buffers from the position on. */
  void write(BatchLayout header, ByteBuffer out) {
    int start = out.position();
    out.put(header.header());
    for (int i = 0; i < parts.size(); i++) {
      int end = start + header.offset(i) + header.bytes(i);
      out.position(start + header.offset(i));
      parts.get(i).write(out);
      out.position(end);
      for (int padding = BatchLayout.padding(header.bytes(i)); padding > 0; padding--) {
        out.put((byte) 0);
      }
    }
  }
}
