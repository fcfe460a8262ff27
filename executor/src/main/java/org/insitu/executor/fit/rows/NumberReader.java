/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.rows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.SmallIntVector;
import org.apache.arrow.vector.TinyIntVector;
import org.apache.arrow.vector.UInt1Vector;
import org.apache.arrow.vector.UInt2Vector;
import org.apache.arrow.vector.UInt4Vector;
import org.apache.arrow.vector.UInt8Vector;

/** Copies a range of a numeric Arrow column into doubles, a missing value as a given number. */
final class NumberReader {
  private final double missing;

  /**
   * A reader.
   *
   * @param missing what NULL and NaN become
   */
  NumberReader(double missing) {
    this.missing = missing;
  }

  void read(FieldVector vector, int from, int count, double[] to, int at) {
    switch (vector) {
      case Float8Vector v -> bytes(v, from, count, 8).asDoubleBuffer().get(to, at, count);
      case Float4Vector v -> {
        FloatBuffer source = bytes(v, from, count, 4).asFloatBuffer();
        for (int i = 0; i < count; i++) {
          to[at + i] = source.get(i);
        }
      }
      case IntVector v -> {
        IntBuffer source = bytes(v, from, count, 4).asIntBuffer();
        for (int i = 0; i < count; i++) {
          to[at + i] = source.get(i);
        }
      }
      case BigIntVector v -> {
        var source = bytes(v, from, count, 8).asLongBuffer();
        for (int i = 0; i < count; i++) {
          to[at + i] = source.get(i);
        }
      }
      case SmallIntVector v -> {
        var source = bytes(v, from, count, 2).asShortBuffer();
        for (int i = 0; i < count; i++) {
          to[at + i] = source.get(i);
        }
      }
      case TinyIntVector v -> {
        ByteBuffer source = bytes(v, from, count, 1);
        for (int i = 0; i < count; i++) {
          to[at + i] = source.get(i);
        }
      }
      case UInt1Vector v -> {
        ByteBuffer source = bytes(v, from, count, 1);
        for (int i = 0; i < count; i++) {
          to[at + i] = Byte.toUnsignedInt(source.get(i));
        }
      }
      case UInt2Vector v -> {
        var source = bytes(v, from, count, 2).asCharBuffer();
        for (int i = 0; i < count; i++) {
          to[at + i] = source.get(i);
        }
      }
      case UInt4Vector v -> {
        IntBuffer source = bytes(v, from, count, 4).asIntBuffer();
        for (int i = 0; i < count; i++) {
          to[at + i] = Integer.toUnsignedLong(source.get(i));
        }
      }
      case UInt8Vector v -> {
        var source = bytes(v, from, count, 8).asLongBuffer();
        for (int i = 0; i < count; i++) {
          long bits = source.get(i);
          // The sticky low bit keeps the halved value's rounding right.
          to[at + i] = bits >= 0 ? bits : 2.0 * ((bits >>> 1) | (bits & 1));
        }
      }
      default ->
          throw new IllegalArgumentException(
              "column " + vector.getName() + " has Arrow type " + vector.getField().getType());
    }
    replaceMissing(vector, from, count, to, at);
  }

  private void replaceMissing(FieldVector vector, int from, int count, double[] to, int at) {
    if (Validity.hasNull(vector, from, count)) {
      for (int i = 0; i < count; i++) {
        if (vector.isNull(from + i)) {
          to[at + i] = Double.NaN;
        }
      }
    }
    for (int i = at; i < at + count; i++) {
      double x = to[i];
      to[i] = Double.isNaN(x) ? missing : x;
    }
  }

  private static ByteBuffer bytes(FieldVector vector, int from, int count, int width) {
    return vector
        .getDataBuffer()
        .nioBuffer((long) from * width, count * width)
        .order(ByteOrder.nativeOrder());
  }
}
