/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net.batch;

import java.nio.ByteBuffer;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.vector.BaseVariableWidthViewVector;

/** Strings and bytes. Offsets of a slice are re-based, so that only its own bytes are sent. */
final class VariableWidthWriters {
  private VariableWidthWriters() {}

  /** Offsets of 4 bytes. */
  static final ColumnWriter PLAIN =
      (vector, from, count, plan) -> {
        Bits.node(plan, vector, from, count);
        Offsets offsets = Offsets.of32(vector.getOffsetBuffer());
        offsets.plan(from, count, plan);
        plan.copy(vector.getDataBuffer(), offsets.at(from, count), offsets.span(from, count));
      };

  /** Offsets of 8 bytes. */
  static final ColumnWriter LARGE =
      (vector, from, count, plan) -> {
        Bits.node(plan, vector, from, count);
        Offsets offsets = Offsets.of64(vector.getOffsetBuffer());
        offsets.plan(from, count, plan);
        plan.copy(vector.getDataBuffer(), offsets.at(from, count), offsets.span(from, count));
      };

  /** Every value of the same length, without offsets. */
  static ColumnWriter fixedSize(int width) {
    return (vector, from, count, plan) -> {
      Bits.node(plan, vector, from, count);
      Offsets.planRegular(count, width, plan);
      plan.copy(vector.getDataBuffer(), (long) from * width, (long) count * width);
    };
  }

  /** Arrow's views: short values in place, long ones in further buffers. */
  static final ColumnWriter VIEWS =
      (vector, from, count, plan) -> {
        Bits.node(plan, vector, from, count);
        BaseVariableWidthViewVector views = (BaseVariableWidthViewVector) vector;
        long[] ends = new long[count];
        long bytes = 0;
        for (int i = 0; i < count; i++) {
          bytes += views.isNull(from + i) ? 0 : views.getValueLength(from + i);
          ends[i] = bytes;
        }
        Offsets.planEnds(ends, plan);
        plan.buffer(bytes, out -> gather(views, from, count, out));
      };

  private static void gather(
      BaseVariableWidthViewVector views, int from, int count, ByteBuffer out) {
    ArrowBuf heads = views.getDataBuffer();
    for (int i = from; i < from + count; i++) {
      if (views.isNull(i)) {
        continue;
      }
      long head = (long) i * BaseVariableWidthViewVector.ELEMENT_SIZE;
      int length = heads.getInt(head);
      if (length <= BaseVariableWidthViewVector.INLINE_SIZE) {
        copy(heads, head + BaseVariableWidthViewVector.LENGTH_WIDTH, length, out);
      } else {
        long where =
            head
                + BaseVariableWidthViewVector.LENGTH_WIDTH
                + BaseVariableWidthViewVector.PREFIX_WIDTH;
        ArrowBuf data = views.getDataBuffers().get(heads.getInt(where));
        int offset = heads.getInt(where + BaseVariableWidthViewVector.BUF_INDEX_WIDTH);
        copy(data, offset, length, out);
      }
    }
  }

  private static void copy(ArrowBuf source, long from, int bytes, ByteBuffer out) {
    int end = out.position() + bytes;
    ByteBuffer target = out.duplicate().limit(end);
    source.getBytes(from, target);
    out.position(end);
  }
}
