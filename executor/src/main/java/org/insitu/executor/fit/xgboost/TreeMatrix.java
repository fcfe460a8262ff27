/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.xgboost;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import ml.dmlc.xgboost4j.java.util.BigDenseMatrix;
import org.apache.arrow.vector.types.pojo.Field;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.LabelProfile;
import org.insitu.executor.fit.rows.Block;
import org.insitu.executor.fit.rows.BlockReader;
import org.insitu.executor.fit.rows.OrderedWork;
import org.insitu.executor.fit.rows.Source;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.model.Feature;

/**
 * Rows as XGBoost's matrix: numbers as floats, missing ones already imputed; categories as the
 * index of their level, an unseen one as missing.
 *
 * <p>XGBoost refuses infinities, so a number beyond the range of float becomes the greatest float,
 * which every split sends the same way.
 *
 * <p>Of many rows, where training looks at histograms, a {@link BinnedMatrix} in a {@link
 * RowOrder}.
 *
 * <p><b>Ownership:</b> owns the native matrix. <b>Cost:</b> while it is built 12 bytes a value, 8
 * after.
 */
final class TreeMatrix implements AutoCloseable {
  /** Rows moved at once: a piece of work, that stays in the second-level cache. */
  private static final int BLOCK_ROWS = 4_096;

  /**
   * Of more rows, unweighted ones, histograms are cut by {@link Cuts}; of so many XGBoost's own way
   * takes 0.2 s.
   */
  static final int SKETCHED_ROWS_MAX = 100_000;

  /** Bytes of a value while XGBoost builds and trains: our copy, its own, its histogram's index. */
  static final int BYTES_PER_VALUE = 16;

  private final DMatrix matrix;
  private final long bytesRead;

  /**
   * How the matrix will be looked at.
   *
   * @param histograms whether by histograms only
   * @param threads that build them, and the matrix
   */
  record Binning(boolean histograms, int threads) {}

  private TreeMatrix(DMatrix matrix, long bytesRead) {
    this.matrix = matrix;
    this.bytesRead = bytesRead;
  }

  /**
   * Reads rows.
   *
   * @param rows their number
   * @param weights of classes and rows
   * @param binning what training looks at
   * @param progress told of the rows read
   */
  static TreeMatrix read(
      Source source,
      int rows,
      List<Feature> features,
      LabelProfile label,
      Targets.Weights weights,
      Binning binning,
      FitProgress progress)
      throws XGBoostError {
    BigDenseMatrix values = new BigDenseMatrix(rows, features.size());
    Targets targets = new Targets(rows, weights);
    List<Feature> columns = new ArrayList<>(features);
    // A missing weight is no mean: it stays missing.
    weights
        .column()
        .map(name -> nameOf(name, source))
        .ifPresent(name -> columns.add(new Feature.Numeric(name, ValueType.DOUBLE, Double.NaN, 1)));
    try (BlockReader reader = BlockReader.open(source, columns, Optional.of(label.label()));
        OrderedWork<Block> filling =
            new OrderedWork<>(
                binning.threads(),
                block -> {
                  targets.add(block);
                  reader.recycle(block);
                })) {
      int at = 0;
      for (Block block = reader.next(BLOCK_ROWS);
          block.rows() > 0;
          block = reader.next(BLOCK_ROWS)) {
        progress.checkCancelled();
        if (block.rows() > rows - at) {
          throw new IllegalStateException("more rows than counted: " + rows);
        }
        Block current = block;
        int first = at;
        filling.add(() -> fill(values, first, current, features));
        at += block.rows();
        progress.report("fit", (double) at / rows, at + " rows");
      }
      filling.finish();
      if (at < rows) {
        throw new IllegalStateException("fewer rows than counted: %d of %d".formatted(at, rows));
      }
      return new TreeMatrix(matrix(values, targets, binning), reader.bytes());
    } finally {
      values.dispose();
    }
  }

  private static DMatrix matrix(BigDenseMatrix values, Targets targets, Binning binning)
      throws XGBoostError {
    if (!binning.histograms() || values.nrow <= SKETCHED_ROWS_MAX || targets.weighted()) {
      DMatrix matrix = new DMatrix(values, Float.NaN);
      targets.setOn(matrix);
      return matrix;
    }
    RowOrder order = RowOrder.of(values, targets.labels(), binning.threads());
    DMatrix matrix = BinnedMatrix.of(values, order, binning.threads());
    matrix.setLabel(order.ordered(targets.labels()));
    return matrix;
  }

  /** A column's name as the query spells it. */
  private static String nameOf(String column, Source source) {
    return source.describe().getFields().stream()
        .map(Field::getName)
        .filter(column::equalsIgnoreCase)
        .findFirst()
        .orElse(column);
  }

  /** Puts a block's rows into the matrix, and answers with the block. */
  private static Block fill(BigDenseMatrix values, int first, Block block, List<Feature> features) {
    int width = features.size();
    float[] rows = new float[block.rows() * width];
    int number = 0;
    int category = 0;
    for (int feature = 0; feature < width; feature++) {
      switch (features.get(feature)) {
        case Feature.Numeric numeric -> {
          double[] column = block.numbers()[number++];
          for (int row = 0, place = feature; row < block.rows(); row++, place += width) {
            rows[place] = finite(column[row]);
          }
        }
        case Feature.Category levels -> {
          int[] codes = block.codes()[category++];
          for (int row = 0, place = feature; row < block.rows(); row++, place += width) {
            rows[place] = codes[row] < 0 ? Float.NaN : codes[row];
          }
        }
      }
    }
    copy(rows, values, (long) first * width);
    return block;
  }

  private static void copy(float[] from, BigDenseMatrix to, long place) {
    MemorySegment.copy(
        from, 0, memory(to), ValueLayout.JAVA_FLOAT, place * Float.BYTES, from.length);
  }

  /** The floats of a matrix, row after row. */
  static MemorySegment memory(BigDenseMatrix values) {
    return MemorySegment.ofAddress(values.address)
        .reinterpret((long) values.nrow * values.ncol * Float.BYTES);
  }

  private static float finite(double value) {
    float single = (float) value;
    return Math.abs(single) <= Float.MAX_VALUE || Double.isNaN(value)
        ? single
        : Math.copySign(Float.MAX_VALUE, single);
  }

  DMatrix matrix() {
    return matrix;
  }

  long bytesRead() {
    return bytesRead;
  }

  @Override
  public void close() {
    matrix.dispose();
  }
}
