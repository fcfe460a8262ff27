/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.kernel.Values.Doubles;
import org.insitu.udf.kernel.Values.Longs;
import org.insitu.udf.kernel.Values.Truths;

/** Readers of numbers and booleans. */
final class NumberReaders {
  /** Integers up to here, and powers of ten up to this exponent, are exact as doubles. */
  private static final long EXACT_MAX = 1L << 53;

  private static final int EXACT_SCALE_MAX = 22;

  private NumberReaders() {}

  static ColumnReader integers(int index, int width, boolean signed) {
    Longs values = new Longs();
    long[] out = values.values;
    return switch (width) {
      case 8 ->
          new Simple(index, ValueType.BIGINT, values, Byte.BYTES) {
            @Override
            void load(ByteBuffer data, int count) {
              for (int i = 0; i < count; i++) {
                out[i] = signed ? data.get(i) : data.get(i) & 0xff;
              }
            }
          };
      case 16 ->
          new Simple(index, ValueType.BIGINT, values, Short.BYTES) {
            @Override
            void load(ByteBuffer data, int count) {
              for (int i = 0; i < count; i++) {
                short value = data.getShort(i * Short.BYTES);
                out[i] = signed ? value : value & 0xffff;
              }
            }
          };
      case 32 ->
          new Simple(index, ValueType.BIGINT, values, Integer.BYTES) {
            @Override
            void load(ByteBuffer data, int count) {
              IntBuffer ints = data.asIntBuffer();
              for (int i = 0; i < count; i++) {
                out[i] = signed ? ints.get(i) : ints.get(i) & 0xffffffffL;
              }
            }
          };
      default -> signed ? longs(index, values) : unsignedLongs(index);
    };
  }

  private static ColumnReader longs(int index, Longs values) {
    return new Simple(index, ValueType.BIGINT, values, Long.BYTES) {
      @Override
      void load(ByteBuffer data, int count) {
        data.asLongBuffer().get(values.values, 0, count);
      }
    };
  }

  /** They may be too large for a long. */
  private static ColumnReader unsignedLongs(int index) {
    Doubles values = new Doubles();
    return new Simple(index, ValueType.DOUBLE, values, Long.BYTES) {
      @Override
      void load(ByteBuffer data, int count) {
        double[] out = values.writable();
        for (int i = 0; i < count; i++) {
          long bits = data.getLong(i * Long.BYTES);
          out[i] = bits >= 0 ? bits : new BigInteger(Long.toUnsignedString(bits)).doubleValue();
        }
      }
    };
  }

  static ColumnReader floats(int index) {
    Doubles values = new Doubles();
    float[] floats = new float[Values.BLOCK];
    return new Simple(index, ValueType.FLOAT, values, Float.BYTES) {
      @Override
      void load(ByteBuffer data, int count) {
        data.asFloatBuffer().get(floats, 0, count);
        double[] out = values.writable();
        for (int i = 0; i < count; i++) {
          out[i] = floats[i];
        }
      }
    };
  }

  static ColumnReader doubles(int index) {
    Doubles values = new Doubles();
    return new Simple(index, ValueType.DOUBLE, values, Double.BYTES) {
      @Override
      void load(ByteBuffer data, int count) {
        data.asDoubleBuffer().get(values.writable(), 0, count);
      }
    };
  }

  /** Decimals become the nearest double. */
  static ColumnReader decimals(int index, int scale) {
    Doubles values = new Doubles();
    double power = Math.pow(10, scale);
    return new Simple(index, ValueType.DOUBLE, values, 2 * Long.BYTES) {
      @Override
      void load(ByteBuffer data, int count) {
        double[] out = values.writable();
        for (int i = 0; i < count; i++) {
          long low = data.getLong(2 * i * Long.BYTES);
          long high = data.getLong((2 * i + 1) * Long.BYTES);
          boolean exact = high == low >> 63 && Math.abs(low) <= EXACT_MAX && low != Long.MIN_VALUE;
          out[i] =
              exact && scale >= 0 && scale <= EXACT_SCALE_MAX
                  ? low / power
                  : new BigDecimal(wide(high, low), scale).doubleValue();
        }
      }
    };
  }

  private static BigInteger wide(long high, long low) {
    BigInteger unsigned = new BigInteger(Long.toUnsignedString(low));
    return BigInteger.valueOf(high).shiftLeft(Long.SIZE).add(unsigned);
  }

  static ColumnReader bits(int index) {
    Truths values = new Truths();
    byte[] bits = new byte[Values.BLOCK / Byte.SIZE];
    return new ColumnReader(index, ValueType.BOOLEAN, values) {
      @Override
      protected void load(int from, int count) {
        int length = (count + 7) / 8;
        bytes(vector().getDataBuffer(), from / Byte.SIZE, length).get(bits, 0, length);
        for (int i = 0; i < count; i++) {
          values.values[i] = (bits[i >> 3] >> (i & 7) & 1) != 0;
        }
      }
    };
  }

  /** A reader of values of one width. */
  private abstract static class Simple extends ColumnReader {
    private final int width;

    Simple(int index, ValueType type, Values values, int width) {
      super(index, type, values);
      this.width = width;
    }

    @Override
    protected final void load(int from, int count) {
      load(data(from, count, width), count);
    }

    abstract void load(ByteBuffer data, int count);
  }
}
