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

  /**
   * A feature that some tree splits on.
   *
   * @param keys of its thresholds, ascending
   * @param first its columns stand from here, two for each chunk of thresholds
   * @param byteOf the byte of a bin, chunk by chunk; the bin of a NaN may be beyond the last
   */
  private record Input(int feature, int[] keys, Bins bins, int first, byte[][] byteOf) {
    int chunks() {
      return byteOf.length;
    }

    static Input of(int feature, float[] thresholds, int first) {
      int[] keys = new int[thresholds.length];
      for (int i = 0; i < keys.length; i++) {
        keys[i] = FloatKey.of(thresholds[i]);
      }
      byte[][] byteOf =
          new byte[(keys.length + BINS - 1) / BINS][keys.length + 1 + GridBins.PER_CELL_MAX];
      for (int chunk = 0; chunk < byteOf.length; chunk++) {
        for (int bin = 0; bin < byteOf[chunk].length; bin++) {
          int cut = Math.min(Math.max(bin - chunk * BINS, 0), BINS);
          byteOf[chunk][bin] = (byte) (cut | 0x80);
        }
      }
      return new Input(feature, keys, Bins.of(thresholds), first, byteOf);
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
      float[] sorted = new float[thresholds.get(feature).size()];
      int next = 0;
      for (float threshold : thresholds.get(feature)) {
        sorted[next++] = threshold;
      }
      if (sorted.length > 0) {
        Input input = Input.of(feature, sorted, columns);
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

  /** The steps that quantise a block of rows. */
  List<MaskStep> steps() {
    List<MaskStep> steps = new ArrayList<>();
    steps.add(new FindMissing(inputs.stream().mapToInt(Input::feature).toArray()));
    inputs.forEach(input -> steps.add(new Quantise(input)));
    return steps;
  }

  /**
   * Finds out whether any feature may have a missing value: x * 0 is zero but for NaN and
   * infinities, and such a sum over the features is vectorised where a search for NaN is not.
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record FindMissing(int[] features) implements MaskStep {
    @Override
    public void run(MaskCall call) {
      Arrays.fill(call.poison, 0, call.rows, 0);
      for (int feature : features) {
        poison(call.inputs[feature], call.offset, call.rows, call.poison);
      }
      call.anyMissing = anyMissing(call.poison, 0, call.rows);
    }

    private static void poison(float[] values, int offset, int rows, float[] poison) {
      for (int i = 0; i < rows; i++) {
        poison[i] += values[offset + i] * 0f;
      }
    }
  }

  /** Quantises one feature. */
  private record Quantise(Input input) implements MaskStep {
    @Override
    public void run(MaskCall call) {
      float[] values = call.inputs[input.feature()];
      input.bins().find(values, call.offset, call.rows, call.cells, call.bins);
      boolean missing = call.anyMissing && BinColumns.anyMissing(values, call.offset, call.rows);
      for (int chunk = 0; chunk < input.chunks(); chunk++) {
        int column = input.first() + 2 * chunk;
        bytes(call.bins, input.byteOf()[chunk], call.bytes, call.rows);
        if (missing) {
          mark(values, call.offset, call.rows, call.bytes, (byte) 0x80);
          store(call, column + 1);
          mark(values, call.offset, call.rows, call.bytes, (byte) 0xff);
        }
        store(call, column);
        if (!missing) {
          call.columns[column + 1] = call.columns[column];
        }
      }
    }

    /** One load tells a byte: a minimum and a maximum would take four times as long. */
    private static void bytes(short[] bins, byte[] byteOf, byte[] bytes, int rows) {
      for (int i = 0; i < rows; i++) {
        bytes[i] = byteOf[bins[i]];
      }
    }

    private static void mark(float[] values, int offset, int rows, byte[] bytes, byte mark) {
      for (int i = 0; i < rows; i++) {
        if (Float.isNaN(values[offset + i])) {
          bytes[i] = mark;
        }
      }
    }

    private static void store(MaskCall call, int column) {
      long[] words = call.ownColumns[column];
      if (words == null) {
        words = new long[MaskCall.BLOCK / Long.BYTES];
        call.ownColumns[column] = words;
      }
      for (int i = 0; i < call.words; i++) {
        words[i] = (long) LONGS.get(call.bytes, i * Long.BYTES);
      }
      call.columns[column] = words;
    }
  }

  private static boolean anyMissing(float[] values, int offset, int rows) {
    boolean any = false;
    for (int i = 0; i < rows; i++) {
      any |= Float.isNaN(values[offset + i]);
    }
    return any;
  }
}
