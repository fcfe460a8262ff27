/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MedianSampleTest {
  private static final int BLOCK = 8_192;

  private static MedianSample sample(double[][] columns, boolean stale) {
    MedianSample sample = new MedianSample(columns.length);
    int rows = columns[0].length;
    for (int first = 0; first < rows; first += BLOCK) {
      int from = first;
      int count = Math.min(BLOCK, rows - first);
      double[][] block =
          Arrays.stream(columns)
              .map(column -> Arrays.copyOfRange(column, from, from + BLOCK))
              .toArray(double[][]::new);
      sample.add(MedianSample.Part.of(block, count, first, stale ? 0 : sample.level()));
    }
    return sample;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8_191, 8_192, 8_193, 49_999, 50_000})
  void isExactUpToTheLimit(int rows) {
    double[] values = new Random(rows).doubles(rows).map(x -> Math.rint(x * 100)).toArray();
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double expected = (sorted[rows / 2] + sorted[(rows - 1) / 2]) / 2;
    assertThat(sample(new double[][] {values}, false).median(0)).hasValue(expected);
  }

  @Test
  void drawsBeyondTheLimit() {
    int rows = 1_000_000;
    double[] growing = new double[rows];
    Arrays.setAll(growing, i -> i);
    double[] swinging = new double[rows];
    Arrays.setAll(swinging, i -> i % 2);
    MedianSample sample = sample(new double[][] {growing, swinging}, false);
    assertThat(sample.level()).isEqualTo(5);
    // Four standard deviations of the rank of a median of 31,250 rows.
    assertThat(sample.median(0).orElseThrow() / rows).isCloseTo(0.5, within(0.012));
    assertThat(sample.median(0))
        .as("whatever was drawn in vain")
        .isEqualTo(sample(new double[][] {growing, swinging}, true).median(0));
  }

  @Test
  void leavesMissingValuesOut() {
    double nan = Double.NaN;
    MedianSample sample =
        sample(new double[][] {{nan, 4, nan, 2, 9}, {nan, nan, 7, nan, 8}}, false);
    assertThat(sample.median(0)).hasValue(4);
    assertThat(sample.median(1)).hasValue(7.5);
    assertThat(sample(new double[][] {{nan, nan}}, false).median(0)).isEmpty();
  }

  @Test
  void doesNotJudgeAColumnByFewOfItsValues() {
    double[] rare = new double[200_000];
    Arrays.setAll(rare, i -> i % 1_000 == 0 ? i : Double.NaN);
    assertThat(sample(new double[][] {rare}, false).median(0)).isEmpty();
  }

  @Test
  void takesFewerRowsOfManyColumns() {
    double[][] columns = new double[1_000][10_000];
    assertThat(sample(columns, false).level()).isEqualTo(2);
  }

  @Test
  void selectsAmongEqualAndOrderedNumbers() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      int count = 1 + random.nextInt(60);
      double[] values = new double[count];
      int shape = seed % 4;
      Arrays.setAll(
          values, i -> shape == 0 ? 1 : shape == 1 ? i : shape == 2 ? -i : random.nextInt(9));
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      int k = random.nextInt(count);
      assertThat(Selection.smallest(values, count, k)).isEqualTo(sorted[k]);
    }
  }
}
