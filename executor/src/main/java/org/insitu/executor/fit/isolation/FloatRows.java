/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.isolation;

import java.util.List;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.executor.fit.rows.Block;
import org.insitu.executor.fit.rows.BlockReader;
import org.insitu.executor.fit.rows.BlockSize;
import org.insitu.udf.model.Feature;

/**
 * Rows as trees see them, and the passes over the training rows that give them: numbers as floats,
 * one beyond the range of float as the greatest float; categories as the index of their level.
 */
final class FloatRows {
  private final TrainingSet data;
  private final FitProgress progress;
  private long bytes;

  FloatRows(TrainingSet data, FitProgress progress) {
    this.data = data;
    this.progress = progress;
  }

  /** Takes some consecutive rows. */
  interface Visitor {
    /**
     * Takes them.
     *
     * @param columns one per feature, NaN for an unknown category; written over afterwards
     * @param first the number of the first row, from 0
     */
    void visit(float[][] columns, long first, int rows);
  }

  /** Bytes that came from the warehouse so far. */
  long bytes() {
    return bytes;
  }

  /** The values of some rows by column, in one pass. */
  float[][] pick(long[] rows) {
    float[][] picked = new float[data.features().size()][rows.length];
    int[] next = {0};
    pass(
        "sampled",
        (columns, first, count) -> {
          while (next[0] < rows.length && rows[next[0]] < first + count) {
            int row = (int) (rows[next[0]] - first);
            for (int f = 0; f < columns.length; f++) {
              picked[f][next[0]] = columns[f][row];
            }
            next[0]++;
          }
        });
    if (next[0] < rows.length) {
      throw new IllegalStateException("fewer rows than counted: " + data.rows());
    }
    return picked;
  }

  /** Shows every row. */
  void pass(String done, Visitor visitor) {
    List<Feature> features = data.features();
    int size = BlockSize.rows(features.size());
    float[][] columns = new float[features.size()][size];
    long row = 0;
    try (BlockReader reader = BlockReader.open(data.source(), features, data.label())) {
      for (Block block = reader.next(size); block.rows() > 0; block = reader.next(size)) {
        progress.checkCancelled();
        fill(block, features, columns);
        visitor.visit(columns, row, block.rows());
        row += block.rows();
        reader.recycle(block);
        progress.report("fit", (double) row / data.rows(), row + " rows " + done);
      }
      bytes += reader.bytes();
    }
  }

  private static void fill(Block block, List<Feature> features, float[][] columns) {
    int number = 0;
    int category = 0;
    for (int f = 0; f < columns.length; f++) {
      switch (features.get(f)) {
        case Feature.Numeric numeric -> fill(block.numbers()[number++], block.rows(), columns[f]);
        case Feature.Category levels -> fill(block.codes()[category++], block.rows(), columns[f]);
      }
    }
  }

  private static void fill(double[] numbers, int rows, float[] column) {
    for (int i = 0; i < rows; i++) {
      column[i] = (float) Math.clamp(numbers[i], -Float.MAX_VALUE, Float.MAX_VALUE);
    }
  }

  private static void fill(int[] codes, int rows, float[] column) {
    for (int i = 0; i < rows; i++) {
      column[i] = codes[i] < 0 ? Float.NaN : codes[i];
    }
  }
}
