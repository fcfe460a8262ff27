/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.isotonic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.executor.fit.rows.Block;
import org.insitu.executor.fit.rows.BlockReader;
import org.insitu.executor.fit.rows.BlockSize;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.model.Feature;

/**
 * Rows in memory: sorted by value, added up in the order they came.
 *
 * <p><b>Errors:</b> TOO_MUCH_DATA before rows are read; ROW_WEIGHT. <b>Cost:</b> 24 bytes a row and
 * as much a value.
 */
final class LocalValues implements ValueRows {
  private static final int BYTES = 2 * 3 * Double.BYTES;

  /** Some milliseconds. */
  private static final int ROWS_BETWEEN_CHECKS = 1 << 16;

  private final double[] x;
  private final double[] y;
  private final double[] weights;
  private final double center;
  private final FitProgress progress;
  private final long bytes;

  /**
   * Reads the rows.
   *
   * @param center near the labels
   */
  LocalValues(
      TrainingSet data,
      IsotonicOptions options,
      double center,
      FitResources resources,
      FitProgress progress) {
    resources.requireHeap((double) data.rows() * BYTES, data.rows() + " training rows in memory");
    int rows = Math.toIntExact(data.rows());
    this.x = new double[rows];
    this.y = new double[rows];
    this.weights = new double[rows];
    this.center = center;
    this.progress = progress;
    List<Feature> columns = new ArrayList<>(data.features());
    // A missing weight is no mean: it stays missing.
    options
        .rowWeights()
        .map(name -> RowWeights.nameIn(data.source(), name))
        .map(name -> new Feature.Numeric(name, ValueType.DOUBLE, Double.NaN, 1))
        .ifPresent(columns::add);
    int size = BlockSize.rows(columns.size());
    try (BlockReader reader = BlockReader.open(data.source(), columns, data.label())) {
      int at = 0;
      for (Block block = reader.next(size); block.rows() > 0; block = reader.next(size)) {
        progress.checkCancelled();
        take(block, at, options);
        at += block.rows();
        progress.report("read", (double) at / rows, at + " rows");
        reader.recycle(block);
      }
      this.bytes = reader.bytes();
    }
  }

  private void take(Block block, int at, IsotonicOptions options) {
    System.arraycopy(block.target(), 0, y, at, block.rows());
    double[] values = block.numbers()[0];
    for (int r = 0; r < block.rows(); r++) {
      x[at + r] = values[r] + 0.0; // no negative zero, which would sort apart
    }
    if (options.rowWeights().isEmpty()) {
      Arrays.fill(weights, at, at + block.rows(), 1);
      return;
    }
    double[] given = block.numbers()[1];
    for (int r = 0; r < block.rows(); r++) {
      if (!(given[r] >= 0) || Double.isInfinite(given[r])) {
        throw RowWeights.refused(
            options.rowWeights().get(),
            Double.isNaN(given[r]) ? "NULL or NaN" : String.valueOf(given[r]));
      }
      weights[at + r] = given[r];
    }
  }

  @Override
  public void forEach(Consumer<ValueSums> consumer) {
    double[] values = distinct();
    double[] weight = new double[values.length];
    double[] label = new double[values.length];
    double[] squares = new double[values.length];
    for (int r = 0; r < x.length; r++) {
      if (r % ROWS_BETWEEN_CHECKS == 0) {
        progress.checkCancelled();
      }
      int at = Arrays.binarySearch(values, x[r]);
      double difference = y[r] - center;
      weight[at] += weights[r];
      label[at] += weights[r] * y[r];
      squares[at] += weights[r] * difference * difference;
    }
    for (int i = 0; i < values.length; i++) {
      consumer.accept(new ValueSums(values[i], weight[i], label[i], squares[i]));
    }
  }

  private double[] distinct() {
    double[] sorted = x.clone();
    Arrays.parallelSort(sorted);
    int count = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[count++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, count);
  }

  @Override
  public String place() {
    return "local";
  }

  @Override
  public long bytes() {
    return bytes;
  }
}
