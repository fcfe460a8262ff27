/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.points;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.Readings;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.executor.fit.rows.Block;
import org.insitu.executor.fit.rows.BlockReader;
import org.insitu.executor.fit.rows.BlockSize;
import org.insitu.udf.model.Feature;
import org.insitu.udf.model.Points;

/**
 * The training rows as points, in an order that is theirs: by their coordinates, then by the label.
 * A model of them does not depend on the order in which they came.
 *
 * @param targets the label's number or the index of its class
 * @param bytes that came from the warehouse for this fit
 */
@SuppressWarnings("ArrayRecordComponent") // handed on to the model at once
record TrainingPoints(Points points, double[] targets, long bytes) {

  /**
   * Reads the rows of a training set, all of which fit.
   *
   * @param standardized whether numbers are brought to mean 0 and standard deviation 1
   */
  static TrainingPoints read(TrainingSet data, boolean standardized, FitProgress progress) {
    Readings.Reading<TrainingPoints> reading =
        data.readings()
            .read(
                List.of(TrainingPoints.class, standardized),
                () -> new Rows(data, standardized).read(progress));
    TrainingPoints read = reading.value();
    return reading.isNew() ? read : new TrainingPoints(read.points(), read.targets(), 0);
  }

  private static final class Rows {
    /** Some milliseconds. */
    private static final int COMPARISONS_BETWEEN_CHECKS = 1 << 16;

    private final TrainingSet data;
    private final boolean standardized;
    private final double[][] columns;
    private final double[] targets;
    private int rows;

    Rows(TrainingSet data, boolean standardized) {
      this.data = data;
      this.standardized = standardized;
      int capacity = Math.toIntExact(data.rows());
      this.columns = new double[data.features().size()][capacity];
      this.targets = new double[capacity];
    }

    TrainingPoints read(FitProgress progress) {
      int size = BlockSize.rows(columns.length);
      long bytes;
      try (BlockReader reader = BlockReader.open(data.source(), data.features(), data.label())) {
        for (Block block = reader.next(size); block.rows() > 0; block = reader.next(size)) {
          progress.checkCancelled();
          take(block);
          reader.recycle(block);
        }
        bytes = reader.bytes();
      }
      if (rows != targets.length) {
        throw new IllegalStateException(rows + " rows (expected: " + targets.length + ")");
      }
      return sorted(bytes, progress);
    }

    private void take(Block block) {
      int number = 0;
      int category = 0;
      for (int f = 0; f < columns.length; f++) {
        double[] column = columns[f];
        switch (data.features().get(f)) {
          case Feature.Numeric numeric -> {
            double[] values = block.numbers()[number++];
            double center = standardized ? numeric.mean() : 0;
            double scale = standardized ? numeric.standardDeviation() : 1;
            for (int i = 0; i < block.rows(); i++) {
              // Adding zero makes one zero of both.
              column[rows + i] = (values[i] - center) / scale + 0.0;
            }
          }
          case Feature.Category levels -> {
            int[] codes = block.codes()[category++];
            for (int i = 0; i < block.rows(); i++) {
              column[rows + i] = codes[i];
            }
          }
        }
      }
      System.arraycopy(block.target(), 0, targets, rows, block.rows());
      rows += block.rows();
    }

    private TrainingPoints sorted(long bytes, FitProgress progress) {
      int[] order =
          IntStream.range(0, rows)
              .boxed()
              .sorted(asking(order(), progress))
              .mapToInt(Integer::intValue)
              .toArray();
      double[] coordinates = new double[columns.length * rows];
      for (int f = 0; f < columns.length; f++) {
        for (int i = 0; i < rows; i++) {
          coordinates[f * rows + i] = columns[f][order[i]];
        }
      }
      double[] labels = Arrays.stream(order).mapToDouble(row -> targets[row]).toArray();
      return new TrainingPoints(new Points(inputs(), rows, coordinates), labels, bytes);
    }

    private Comparator<Integer> order() {
      Comparator<Integer> order = (a, b) -> 0;
      for (double[] column : columns) {
        order = order.thenComparingDouble(row -> column[row]);
      }
      return order.thenComparingDouble(row -> targets[row]);
    }

    /** The same order, which now and then asks whether to go on. */
    private static Comparator<Integer> asking(Comparator<Integer> order, FitProgress progress) {
      int[] compared = {0};
      return (a, b) -> {
        if (compared[0]++ % COMPARISONS_BETWEEN_CHECKS == 0) {
          progress.checkCancelled();
        }
        return order.compare(a, b);
      };
    }

    private List<Points.Input> inputs() {
      return data.features().stream()
          .map(f -> f instanceof Feature.Numeric ? Points.Input.NUMBER : Points.Input.CATEGORY)
          .toList();
    }
  }
}
