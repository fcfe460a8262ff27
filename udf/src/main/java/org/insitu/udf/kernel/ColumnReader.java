/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.insitu.udf.expression.ValueType;
import org.jspecify.annotations.Nullable;

/** Reads blocks of one input column. Chosen once per column by its Arrow type. */
abstract class ColumnReader implements Operation {
  private final int index;
  private final ValueType type;
  private final Values values;
  private final byte[] bits = new byte[Values.BLOCK / Byte.SIZE];
  private @Nullable FieldVector vector;
  private boolean anyNull;
  private int from;

  ColumnReader(int index, ValueType type, Values values) {
    this.index = index;
    this.type = type;
    this.values = values;
  }

  /** The column's place in the schema. */
  final int index() {
    return index;
  }

  /** The type the column is read as. */
  final ValueType type() {
    return type;
  }

  /** Where blocks are read to. */
  final Values values() {
    return values;
  }

  /** Reads from this vector from now on. */
  void open(FieldVector vector, DictionaryProvider dictionaries) {
    this.vector = vector;
    this.anyNull = vector.getNullCount() > 0;
  }

  /** Goes to the first row of a block, a multiple of the block's size. */
  final void position(int from) {
    this.from = from;
  }

  /** Reads a block. */
  @Override
  public final void run(int count) {
    values.anyNull = anyNull;
    if (anyNull) {
      int length = (count + Byte.SIZE - 1) / Byte.SIZE;
      bytes(vector().getValidityBuffer(), from / Byte.SIZE, length).get(bits, 0, length);
      for (int i = 0; i < count; i++) {
        values.nulls[i] = (bits[i >> 3] >> (i & 7) & 1) == 0;
      }
    }
    load(from, count);
  }

  /** Reads the values of a block; those that are NULL may be anything. */
  protected abstract void load(int from, int count);

  /** The vector being read. */
  protected final FieldVector vector() {
    if (vector == null) {
      throw new IllegalStateException("reader is not open");
    }
    return vector;
  }

  /** The bytes of a block of values of one width. */
  protected final ByteBuffer data(int from, int count, int width) {
    return bytes(vector().getDataBuffer(), (long) from * width, count * width);
  }

  protected static ByteBuffer bytes(ArrowBuf buffer, long from, int length) {
    return buffer.nioBuffer(from, length).order(ByteOrder.nativeOrder());
  }

  /**
   * The reader of a column.
   *
   * @param scratch shared by the readers of a kernel
   * @throws IllegalArgumentException when there is none for its type
   */
  static ColumnReader of(Field field, int index, Scratch scratch) {
    if (field.getDictionary() != null) {
      return new DictionaryReader(index);
    }
    return switch (field.getType()) {
      case ArrowType.Int t ->
          NumberReaders.integers(index, t.getBitWidth(), t.getIsSigned(), scratch);
      case ArrowType.FloatingPoint t when t.getPrecision() == FloatingPointPrecision.SINGLE ->
          NumberReaders.floats(index, scratch);
      case ArrowType.FloatingPoint t when t.getPrecision() == FloatingPointPrecision.DOUBLE ->
          NumberReaders.doubles(index, scratch);
      case ArrowType.Decimal t when t.getBitWidth() == 128 ->
          NumberReaders.decimals(index, t.getScale());
      case ArrowType.Bool _ -> NumberReaders.bits(index);
      case ArrowType.Date t -> TimeReaders.dates(index, t.getUnit());
      case ArrowType.Timestamp t -> TimeReaders.timestamps(index, t.getUnit());
      case ArrowType.Utf8 _ -> TextReaders.small(index);
      case ArrowType.LargeUtf8 _ -> TextReaders.large(index);
      case ArrowType.Utf8View _ -> TextReaders.views(index);
      default ->
          throw new IllegalArgumentException(
              "column '"
                  + field.getName()
                  + "': "
                  + field.getType()
                  + " (expected: a number, text, boolean, date or timestamp)");
    };
  }

  /** Room for a block of raw values, one after the other for all columns. */
  static final class Scratch {
    final byte[] bytes = new byte[Values.BLOCK];
    final short[] shorts = new short[Values.BLOCK];
    final int[] ints = new int[Values.BLOCK];
    final long[] longs = new long[Values.BLOCK];
    final float[] floats = new float[Values.BLOCK];
  }
}
