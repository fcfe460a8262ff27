/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import java.nio.ByteOrder;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.vector.BaseFixedWidthVector;
import org.apache.arrow.vector.BitVectorHelper;
import org.apache.arrow.vector.FieldVector;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.kernel.Values.Doubles;
import org.insitu.udf.kernel.Values.Lists;
import org.insitu.udf.kernel.Values.Longs;
import org.insitu.udf.kernel.Values.Structs;
import org.insitu.udf.kernel.Values.Texts;
import org.insitu.udf.kernel.Values.Truths;
import org.jspecify.annotations.Nullable;

/** Writes blocks of values into a vector. Chosen once per column, so that the loops do not ask. */
abstract class OutputWriter {
  private @Nullable FieldVector vector;

  /** Allocates a vector for a number of rows, and writes there from now on. */
  void open(FieldVector vector, int rows) {
    this.vector = vector;
    allocate(vector, rows);
  }

  /** Writes a block. */
  abstract void write(int from, int count);

  /** Completes the vector. */
  void close(int rows) {
    vector().setValueCount(rows);
  }

  /** Allocates. */
  protected abstract void allocate(FieldVector vector, int rows);

  /** The vector being written. */
  protected final FieldVector vector() {
    if (vector == null) {
      throw new IllegalStateException("writer is not open");
    }
    return vector;
  }

  static OutputWriter of(Values values, ValueType type) {
    return switch (values) {
      case Doubles doubles when type == ValueType.FLOAT -> new Floats(doubles);
      case Doubles doubles -> new DoubleWriter(doubles);
      case Longs longs when type == ValueType.DATE -> new Dates(longs);
      case Longs longs -> new LongWriter(longs);
      case Truths truths -> new Bits(truths);
      case Texts texts -> new TextWriter(texts);
      case Structs structs -> new ListWriter(structs);
      case Lists _ -> throw new IllegalArgumentException("output type: " + type);
    };
  }

  /** Vectors of one width. */
  private abstract static class FixedWidth extends OutputWriter {
    private final Values values;

    FixedWidth(Values values) {
      this.values = values;
    }

    @Override
    protected void allocate(FieldVector vector, int rows) {
      ((BaseFixedWidthVector) vector).allocateNew(rows);
      ArrowBuf validity = vector.getValidityBuffer();
      validity.setOne(0, (rows + 7) / 8);
    }

    @Override
    final void write(int from, int count) {
      put(vector().getDataBuffer(), from, count);
      if (values.anyNull) {
        ArrowBuf validity = vector().getValidityBuffer();
        for (int i = 0; i < count; i++) {
          if (values.nulls[i]) {
            BitVectorHelper.unsetBit(validity, from + i);
          }
        }
      }
    }

    abstract void put(ArrowBuf data, int from, int count);
  }

  private static final class DoubleWriter extends FixedWidth {
    private final Doubles values;

    DoubleWriter(Doubles values) {
      super(values);
      this.values = values;
    }

    @Override
    void put(ArrowBuf data, int from, int count) {
      data.nioBuffer((long) from * Double.BYTES, count * Double.BYTES)
          .order(ByteOrder.nativeOrder())
          .asDoubleBuffer()
          .put(values.values, 0, count);
    }
  }

  private static final class Floats extends FixedWidth {
    private final Doubles values;
    private final float[] floats = new float[Values.BLOCK];

    Floats(Doubles values) {
      super(values);
      this.values = values;
    }

    @Override
    void put(ArrowBuf data, int from, int count) {
      for (int i = 0; i < count; i++) {
        floats[i] = (float) values.values[i];
      }
      data.nioBuffer((long) from * Float.BYTES, count * Float.BYTES)
          .order(ByteOrder.nativeOrder())
          .asFloatBuffer()
          .put(floats, 0, count);
    }
  }

  private static final class LongWriter extends FixedWidth {
    private final Longs values;

    LongWriter(Longs values) {
      super(values);
      this.values = values;
    }

    @Override
    void put(ArrowBuf data, int from, int count) {
      data.nioBuffer((long) from * Long.BYTES, count * Long.BYTES)
          .order(ByteOrder.nativeOrder())
          .asLongBuffer()
          .put(values.values, 0, count);
    }
  }

  private static final class Dates extends FixedWidth {
    private final Longs values;

    Dates(Longs values) {
      super(values);
      this.values = values;
    }

    @Override
    void put(ArrowBuf data, int from, int count) {
      for (int i = 0; i < count; i++) {
        data.setInt((long) (from + i) * Integer.BYTES, (int) values.values[i]);
      }
    }
  }

  private static final class Bits extends FixedWidth {
    private final Truths values;

    Bits(Truths values) {
      super(values);
      this.values = values;
    }

    @Override
    void put(ArrowBuf data, int from, int count) {
      for (int i = 0; i < count; i++) {
        BitVectorHelper.setValidityBit(data, from + i, values.values[i] ? 1 : 0);
      }
    }
  }
}
