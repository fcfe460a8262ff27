/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import java.nio.IntBuffer;
import java.nio.LongBuffer;
import org.apache.arrow.vector.ViewVarCharVector;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.kernel.Values.Texts;

/** Readers of text: the bytes of a block are copied at once, values are parts of the copy. */
final class TextReaders {
  private TextReaders() {}

  static ColumnReader small(int index) {
    return new Copying(index) {
      @Override
      protected void load(int from, int count) {
        long start = (long) from * Integer.BYTES;
        int length = (count + 1) * Integer.BYTES;
        IntBuffer offsets = bytes(vector().getOffsetBuffer(), start, length).asIntBuffer();
        copy(offsets.get(0), offsets.get(count));
        for (int i = 0; i < count; i++) {
          place(i, offsets.get(i) - offsets.get(0), offsets.get(i + 1) - offsets.get(i));
        }
      }
    };
  }

  static ColumnReader large(int index) {
    return new Copying(index) {
      @Override
      protected void load(int from, int count) {
        long start = (long) from * Long.BYTES;
        int length = (count + 1) * Long.BYTES;
        LongBuffer offsets = bytes(vector().getOffsetBuffer(), start, length).asLongBuffer();
        copy(offsets.get(0), offsets.get(count));
        for (int i = 0; i < count; i++) {
          int at = (int) (offsets.get(i) - offsets.get(0));
          place(i, at, (int) (offsets.get(i + 1) - offsets.get(i)));
        }
      }
    };
  }

  static ColumnReader views(int index) {
    Texts values = new Texts();
    return new ColumnReader(index, ValueType.VARCHAR, values) {
      @Override
      protected void load(int from, int count) {
        ViewVarCharVector views = (ViewVarCharVector) vector();
        for (int i = 0; i < count; i++) {
          if (!values.isNull(i)) {
            values.set(i, views.get(from + i));
          }
        }
      }
    };
  }

  private abstract static class Copying extends ColumnReader {
    private final Texts values;
    private byte[] copy = {};

    Copying(int index) {
      this(index, new Texts());
    }

    private Copying(int index, Texts values) {
      super(index, ValueType.VARCHAR, values);
      this.values = values;
    }

    protected final void copy(long from, long to) {
      int length = Math.toIntExact(to - from);
      if (copy.length < length) {
        copy = new byte[Math.max(length, 2 * copy.length)];
      }
      bytes(vector().getDataBuffer(), from, length).get(copy, 0, length);
    }

    protected final void place(int row, int start, int length) {
      values.bytes[row] = copy;
      values.starts[row] = start;
      values.lengths[row] = length;
    }
  }
}
