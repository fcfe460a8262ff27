/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.insitu.udf.model.Forest;

/**
 * The inputs of a forest as bytes: per feature one column for each {@value #BINS} of its
 * thresholds.
 *
 * <p>A byte is {@code 128 + bin}, the bin cut to the column's range. Where a value is missing,
 * nodes that send it right read a column with the highest byte there, nodes that send it left one
 * with the lowest; without missing values in a block the two are one.
 */
final class BinColumns {
  /** Thresholds to a column: bins 0 to 127 are told apart. */
  private static final int BINS = 127;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final List<Input> inputs;
  private final Map<Integer, Input> byFeature = new HashMap<>();
  private final int count;

  private BinColumns(List<Input> inputs, int count) {
    this.inputs = inputs;
    this.count = count;
    inputs.forEach(input -> byFeature.put(input.feature(), input));
  }

  /** A feature that some tree splits on; its columns stand from {@code first} in pairs. */
  private record Input(int feature, int[] keys, Bins bins, int first) {
    int chunks() {
      return (keys.length + BINS - 1) / BINS;
    }
  }

  /** Where a node looks: the column, and the bin from which a row goes right. */
  record Split(int column, long bin) {}

  static BinColumns of(Forest forest) {
    List<TreeSet<Float>> thresholds = new ArrayList<>();
    for (int i = 0; i < forest.features(); i++) {
      thresholds.add(new TreeSet<>());
    }
    for (int node = 0; node < forest.nodes(); node++) {
      if (forest.feature()[node] >= 0) {
        thresholds.get(forest.feature()[node]).add(forest.threshold()[node] + 0f);
      }
    }
    List<Input> inputs = new ArrayList<>();
    int columns = 0;
    for (int feature = 0; feature < forest.features(); feature++) {
      int size = thresholds.get(feature).size();
      float[] sorted = new float[size];
      int[] keys = new int[size];
      int next = 0;
      for (float threshold : thresholds.get(feature)) {
        sorted[next] = threshold;
        keys[next++] = FloatKey.of(threshold);
      }
      if (size > 0) {
        Input input = new Input(feature, keys, Bins.of(sorted), columns);
        inputs.add(input);
        columns += 2 * input.chunks();
      }
    }
    return new BinColumns(inputs, columns);
  }

  /** The number of columns. */
  int count() {
    return count;
  }

  /** Where an inner node looks. */
  Split split(Forest forest, int node) {
    Input input = Objects.requireNonNull(byFeature.get(forest.feature()[node]));
    int index = Arrays.binarySearch(input.keys(), FloatKey.of(forest.threshold()[node]));
    int column = input.first() + 2 * (index / BINS) + (forest.missingLeft()[node] ? 1 : 0);
    return new Split(column, index % BINS + 1);
  }

  /** Quantises a block of rows. */
  void fill(float[][] columns, int offset, int rows, Filled filled) {
    boolean anyMissing = anyMissing(columns, offset, rows, filled.poison);
    for (Input input : inputs) {
      float[] values = columns[input.feature()];
      input.bins().find(values, offset, rows, filled.cells, filled.bins);
      boolean missing = anyMissing && anyMissing(values, offset, rows);
      for (int chunk = 0; chunk < input.chunks(); chunk++) {
        int column = input.first() + 2 * chunk;
        if (input.chunks() == 1) {
          small(filled.bins, filled.bytes, rows);
        } else {
          cut(filled.bins, chunk * BINS, filled.bytes, rows);
        }
        if (missing) {
          mark(values, offset, rows, filled.bytes, (byte) 0x80);
          filled.view[column + 1] = filled.store(column + 1, rows);
          mark(values, offset, rows, filled.bytes, (byte) 0xff);
        }
        filled.view[column] = filled.store(column, rows);
        if (!missing) {
          filled.view[column + 1] = filled.view[column];
        }
      }
    }
  }

  private static void small(short[] bins, byte[] bytes, int rows) {
    for (int i = 0; i < rows; i++) {
      bytes[i] = (byte) (bins[i] | 0x80);
    }
  }

  private static void cut(short[] bins, int from, byte[] bytes, int rows) {
    for (int i = 0; i < rows; i++) {
      bytes[i] = (byte) (Math.min(Math.max(bins[i] - from, 0), BINS) | 0x80);
    }
  }

  /**
   * Whether any feature may have a missing value: x * 0 is zero but for NaN and infinities, and
   * such a sum over the features is vectorised where a search for NaN is not.
   */
  private boolean anyMissing(float[][] columns, int offset, int rows, float[] poison) {
    Arrays.fill(poison, 0, rows, 0);
    for (Input input : inputs) {
      poison(columns[input.feature()], offset, rows, poison);
    }
    return anyMissing(poison, 0, rows);
  }

  private static void poison(float[] values, int offset, int rows, float[] poison) {
    for (int i = 0; i < rows; i++) {
      poison[i] += values[offset + i] * 0f;
    }
  }

  private static boolean anyMissing(float[] values, int offset, int rows) {
    boolean any = false;
    for (int i = 0; i < rows; i++) {
      any |= Float.isNaN(values[offset + i]);
    }
    return any;
  }

  private static void mark(float[] values, int offset, int rows, byte[] bytes, byte mark) {
    for (int i = 0; i < rows; i++) {
      if (Float.isNaN(values[offset + i])) {
        bytes[i] = mark;
      }
    }
  }

  /** The columns of one block. */
  static final class Filled {
    /** The columns, eight rows to a long; two may be the same array. */
    final long[][] view;

    private final long[][] own;
    private final int[] cells = new int[MaskForest.BLOCK];
    private final short[] bins = new short[MaskForest.BLOCK];
    private final byte[] bytes = new byte[MaskForest.BLOCK];
    private final float[] poison = new float[MaskForest.BLOCK];

    Filled(int count) {
      own = new long[count][];
      view = new long[count][];
    }

    private long[] store(int column, int rows) {
      if (own[column] == null) {
        own[column] = new long[MaskForest.BLOCK / Long.BYTES];
      }
      long[] words = own[column];
      int count = (rows + Long.BYTES - 1) / Long.BYTES;
      for (int i = 0; i < count; i++) {
        words[i] = (long) LONGS.get(bytes, i * Long.BYTES);
      }
      return words;
    }
  }
}
