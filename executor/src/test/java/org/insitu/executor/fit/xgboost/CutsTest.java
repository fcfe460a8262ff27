/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.xgboost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.util.BigDenseMatrix;
import org.junit.jupiter.api.Test;

class CutsTest {
  @Test
  void cutsAtEveryValueOfFew() {
    assertThat(cuts(3, Float.NaN, -1, 3, 7, -1)).containsExactly(-1f, 3f, 7f);
    assertThat(cuts(Float.NaN)).containsExactly(Float.NaN);
  }

  @Test
  void cutsAtTheQuantilesOfMany() {
    float[] column = shuffled(2_560);
    float[] cuts = cuts(column);
    assertThat(cuts).hasSize(Cuts.BINS);
    for (int bin = 0; bin < Cuts.BINS; bin++) {
      assertThat(cuts[bin]).isEqualTo(bin * 10);
    }
  }

  @Test
  void cutsOnceAtAValueOfManyRows() {
    float[] column = new float[10_000];
    float[] others = shuffled(5_000);
    for (int i = 0; i < others.length; i++) {
      column[i] = others[i] + 1;
    }
    float[] cuts = cuts(column);
    assertThat(cuts).hasSizeBetween(Cuts.BINS / 2, Cuts.BINS / 2 + 2).startsWith(0).isSorted();
  }

  @Test
  void areWhatXgboostsMatrixIsBinnedBy() throws Exception {
    int rows = 3_000;
    BigDenseMatrix values = new BigDenseMatrix(rows, 2);
    float[] column = shuffled(rows);
    for (int row = 0; row < rows; row++) {
      values.set(2L * row, column[row]);
      values.set(2L * row + 1, row % 5);
    }
    RowOrder order = RowOrder.of(values, new float[rows], 2);
    DMatrix matrix = BinnedMatrix.of(values, order, 2);
    DMatrix.QuantileCut found = matrix.getQuantileCut();
    // The library puts a bound below the least value, and one above the greatest for the least.
    assertThat(found.getIndptr()).containsExactly(0, 257, 263);
    assertThat(Arrays.copyOfRange(found.getValues(), 1, 256))
        .containsExactly(Arrays.copyOfRange(cuts(column), 1, 256));
    assertThat(Arrays.copyOfRange(found.getValues(), 258, 262)).containsExactly(1, 2, 3, 4);
    matrix.dispose();
    values.dispose();
  }

  @Test
  void sortingByDigitsIsSorting() {
    Random random = new Random(5);
    float[] values = new float[20_000];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (i % 4) {
            case 0 -> (float) random.nextGaussian();
            case 1 -> Float.intBitsToFloat(random.nextInt()); // any float, NaN with any bits
            case 2 -> random.nextInt(7) - 3;
            default -> i % 8 == 3 ? Float.NEGATIVE_INFINITY : Float.POSITIVE_INFINITY;
          };
    }
    float[] expected = values.clone();
    Arrays.sort(expected);
    BigDenseMatrix matrix = matrix(values);
    ColumnKeys columns = new ColumnKeys(1, values.length);
    columns.gather(matrix, 0, 1);
    int[] sorted = columns.sorted(0);
    for (int i = 0; i < sorted.length; i++) {
      values[i] = ColumnKeys.value(sorted[i]);
    }
    assertThat(values).containsExactly(expected);
    matrix.dispose();
  }

  /** The cuts of one column, each once. */
  private static float[] cuts(float... column) {
    BigDenseMatrix matrix = matrix(column);
    float[] all = Cuts.of(matrix, 1);
    matrix.dispose();
    int count = 1;
    while (count < all.length && all[count] > all[count - 1]) {
      count++;
    }
    float[] repeated = new float[all.length - count];
    Arrays.fill(repeated, all[count - 1]);
    assertThat(Arrays.copyOfRange(all, count, all.length)).containsExactly(repeated);
    return Arrays.copyOf(all, count);
  }

  private static BigDenseMatrix matrix(float[] column) {
    BigDenseMatrix matrix = new BigDenseMatrix(column.length, 1);
    for (int row = 0; row < column.length; row++) {
      matrix.set(row, column[row]);
    }
    return matrix;
  }

  private static float[] shuffled(int count) {
    float[] result = new float[count];
    Random random = new Random(3);
    for (int i = 0; i < count; i++) {
      int place = random.nextInt(i + 1);
      result[i] = result[place];
      result[place] = i;
    }
    return result;
  }
}
