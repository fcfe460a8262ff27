/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.xgboost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Random;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.util.BigDenseMatrix;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RowOrderTest {
  /** More than a batch of the matrix, and than a piece of the walks. */
  private static final int ROWS = 1_100_000;

  private static final int COLUMNS = 40;
  private final float[] labels = new float[ROWS];
  private BigDenseMatrix values;

  @BeforeEach
  void makeRows() {
    values = new BigDenseMatrix(ROWS, COLUMNS);
    Random random = new Random(11);
    for (int row = 0; row < ROWS; row++) {
      float first = random.nextInt(4);
      float second = row % 7 == 0 ? Float.NaN : random.nextFloat();
      labels[row] = first * 10 + (second > 0.5 ? 1 : 0);
      values.set((long) row * COLUMNS, first);
      values.set((long) row * COLUMNS + 1, second);
      values.set((long) row * COLUMNS + 2, row % 300);
      for (int column = 3; column < COLUMNS; column++) {
        values.set((long) row * COLUMNS + column, (row + column) % 11);
      }
    }
  }

  @AfterEach
  void free() {
    values.dispose();
  }

  @Test
  void putsRowsTogetherThatATreeDoes() throws Exception {
    float[] ordered = RowOrder.of(values, labels, 2).ordered(labels);
    long changes =
        IntStream.range(1, ROWS).filter(i -> ordered[i] / 10 != ordered[i - 1] / 10).count();
    long before =
        IntStream.range(1, ROWS).filter(i -> labels[i] / 10 != labels[i - 1] / 10).count();
    // A missing second value takes one of the two ways, so that labels of both are in its leaf.
    assertThat(changes).isLessThan(before / 2);
  }

  @Test
  void hasEveryRowOnceWhateverTheThreads() throws Exception {
    float[] numbers = new float[ROWS];
    for (int row = 0; row < ROWS; row++) {
      numbers[row] = row;
    }
    float[] one = RowOrder.of(values, labels, 1).ordered(numbers);
    assertThat(RowOrder.of(values, labels, 3).ordered(numbers)).isEqualTo(one);
    boolean[] seen = new boolean[ROWS];
    for (float row : one) {
      assertThat(seen[(int) row]).isFalse();
      seen[(int) row] = true;
    }
  }

  @Test
  void keepsTheOrderOfRowsThatNoTreeTellsApart() throws Exception {
    float[] same = new float[ROWS];
    assertThat(RowOrder.of(values, same, 2).ordered(labels)).isEqualTo(labels);
  }

  @Test
  void copiesWholeRows() throws Exception {
    RowOrder order = RowOrder.of(values, labels, 2);
    float[] expected = order.ordered(labels);
    MemorySegment all = TreeMatrix.memory(values);
    try (Arena arena = Arena.ofShared()) {
      MemorySegment some = arena.allocate(ValueLayout.JAVA_FLOAT, 100L * COLUMNS);
      order.copy(500_000, 100, all, some, COLUMNS * Float.BYTES, 2);
      for (int i = 0; i < 100; i++) {
        float first = some.getAtIndex(ValueLayout.JAVA_FLOAT, (long) i * COLUMNS);
        assertThat(first).isEqualTo((float) Math.floor(expected[500_000 + i] / 10));
      }
    }
  }

  @Test
  void theMatrixHasAllBatches() throws Exception {
    DMatrix matrix = BinnedMatrix.of(values, RowOrder.of(values, labels, 2), 2);
    assertThat(matrix.rowNum()).isEqualTo(ROWS);
    assertThat(matrix.nonMissingNum()).isEqualTo((long) ROWS * COLUMNS - (ROWS + 6) / 7);
    matrix.dispose();
  }

  @Test
  void aFailureAmidTheBatchesIsThrown() throws Exception {
    RowOrder order = RowOrder.of(values, labels, 2);
    BigDenseMatrix fewer = new BigDenseMatrix(1_000, COLUMNS);
    for (long place = 0; place < 1_000L * COLUMNS; place++) {
      fewer.set(place, place % 7);
    }
    assertThatThrownBy(() -> BinnedMatrix.of(fewer, order, 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
    fewer.dispose();
  }
}
