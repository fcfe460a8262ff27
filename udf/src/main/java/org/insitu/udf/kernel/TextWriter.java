/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import java.nio.ByteOrder;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.vector.BitVectorHelper;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VarCharVector;
import org.insitu.udf.kernel.Values.Texts;

/** Writes texts: a block is put together in an array and copied at once. */
final class TextWriter extends OutputWriter {
  private static final int BYTES_A_TEXT = 8;

  private final Texts values;
  private final int[] ends = new int[Values.BLOCK];
  private byte[] block = {};
  private int end;

  TextWriter(Texts values) {
    this.values = values;
  }

  @Override
  protected void allocate(FieldVector vector, int rows) {
    ((VarCharVector) vector).allocateNew((long) rows * BYTES_A_TEXT, rows);
    vector.getValidityBuffer().setOne(0, (rows + 7) / 8);
    vector.getOffsetBuffer().setInt(0, 0);
    end = 0;
  }

  @Override
  void write(int from, int count) {
    VarCharVector vector = (VarCharVector) vector();
    ArrowBuf validity = vector.getValidityBuffer();
    int start = end;
    reserve(count);
    for (int i = 0; i < count; i++) {
      if (values.isNull(i)) {
        BitVectorHelper.unsetBit(validity, from + i);
      } else {
        int length = values.lengths[i];
        System.arraycopy(values.bytes[i], values.starts[i], block, end - start, length);
        end = Math.addExact(end, length);
      }
      ends[i] = end;
    }
    if (vector.getDataBuffer().capacity() < end) {
      vector.reallocDataBuffer(Math.max(end, 2 * vector.getDataBuffer().capacity()));
    }
    vector.getDataBuffer().setBytes(start, block, 0, end - start);
    vector
        .getOffsetBuffer()
        .nioBuffer((from + 1L) * VarCharVector.OFFSET_WIDTH, count * VarCharVector.OFFSET_WIDTH)
        .order(ByteOrder.nativeOrder())
        .asIntBuffer()
        .put(ends, 0, count);
  }

  private void reserve(int count) {
    long length = 0;
    for (int i = 0; i < count; i++) {
      length += values.isNull(i) ? 0 : values.lengths[i];
    }
    if (block.length < length) {
      block = new byte[Math.toIntExact(Math.max(length, 2L * block.length))];
    }
  }

  @Override
  void close(int rows) {
    ((VarCharVector) vector()).setLastSet(rows - 1);
    super.close(rows);
  }
}
