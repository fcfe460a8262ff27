/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.insitu.udf.model.Forest;
import org.insitu.udf.model.TestingModels;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForestKernelTest {
  private static final float[] ODD = {
    Float.NaN,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    0f,
    -0f,
    Float.MIN_VALUE,
    -Float.MIN_VALUE,
    Float.MAX_VALUE,
    -Float.MAX_VALUE,
    0.1f,
    1e-40f
  };

  @ParameterizedTest
  @CsvSource({"0,3", "1,1", "2,5", "3,4", "4,9", "5,6", "6,21", "7,3", "8,7", "9,2", "13,3"})
  void equalsThePlainWalkBitForBitAtEveryDepth(int depth, int trees) {
    check(TestingModels.forest(5, trees, depth, 100 + depth), 1500);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 9, 47, 48, 49, 63, 64, 65, 1023, 1024, 1025, 2049})
  void takesBatchesOfEverySize(int rows) {
    check(TestingModels.forest(5, 6, 5, 3), rows);
    check(TestingModels.forest(5, 6, 8, 3), rows);
    check(chain(40), rows);
  }

  @Test
  void fillsUpTreesThatAreNearlyComplete() {
    assertThat(complete(TestingModels.forest(5, 6, 8, 3))).isNotNull();
    assertThat(complete(chain(6))).isNull();
    assertThat(complete(chain(40))).isNull();
  }

  /** A tree whose left children are leaves. */
  private static Forest chain(int depth) {
    int nodes = 2 * depth + 1;
    int[] feature = new int[nodes];
    float[] threshold = new float[nodes];
    int[] left = new int[nodes];
    int[] right = new int[nodes];
    double[] value = new double[nodes];
    for (int node = 0; node < nodes; node++) {
      boolean leaf = node % 2 == 1 || node == nodes - 1;
      feature[node] = leaf ? -1 : node % 5;
      threshold[node] = node;
      left[node] = leaf ? -1 : node + 1;
      right[node] = leaf ? -1 : node + 2;
      value[node] = leaf ? 1.0 / (node + 1) : 0;
    }
    boolean[] missingLeft = new boolean[nodes];
    return new Forest(
        5, new int[1], feature, threshold, left, right, missingLeft, value, value, value, 0.25);
  }

  private static @Nullable CompleteForest complete(Forest forest) {
    return CompleteForest.of(forest, TreeDepths.of(forest));
  }

  @Test
  void splitsManyThresholdsOverColumns() {
    check(TestingModels.forest(2, 60, 8, 4), 3000);
  }

  @Test
  void tellsThresholdsApartThatAreNeighbours() {
    Random random = new Random(5);
    Forest forest = TestingModels.forest(3, 30, 6, 5);
    float[] thresholds = forest.threshold().clone();
    for (int i = 0; i < thresholds.length; i++) {
      thresholds[i] = Float.intBitsToFloat(Float.floatToIntBits(30f) + random.nextInt(200));
    }
    check(with(forest, thresholds), 3000, 30f, 1e-4f);
  }

  @Test
  void tellsThresholdsApartOfAllMagnitudes() {
    Random random = new Random(6);
    Forest forest = TestingModels.forest(3, 30, 6, 6);
    float[] thresholds = forest.threshold().clone();
    for (int i = 0; i < thresholds.length; i++) {
      thresholds[i] = (float) Math.scalb(random.nextGaussian(), random.nextInt(250) - 125);
    }
    check(with(forest, thresholds), 3000);
  }

  @Test
  void doesNotLookAtFeaturesThatNoTreeSplitsOn() {
    Forest forest = TestingModels.forest(2, 10, 4, 8);
    Forest wider =
        new Forest(
            5,
            forest.roots(),
            forest.feature(),
            forest.threshold(),
            forest.left(),
            forest.right(),
            forest.missingLeft(),
            forest.value(),
            forest.gain(),
            forest.cover(),
            forest.baseScore());
    float[][] columns = {column(200, 1), column(200, 2), {}, {}, {}};
    double[] out = new double[200];

    ForestKernel.compile(wider).sum(columns, 0, 200, out);

    for (int i = 0; i < 200; i++) {
      float[] row = {columns[0][i], columns[1][i], 0, 0, 0};
      assertThat(out[i]).isEqualTo(TestingWalk.sum(wider, row));
    }
  }

  @Test
  void answersTheSameFromManyThreads() {
    Forest forest = TestingModels.forest(5, 20, 6, 9);
    ForestKernel kernel = ForestKernel.compile(forest);
    float[][] columns = columns(2000, 40f, 30f);
    double[] expected = new double[2000];
    kernel.sum(columns, 0, 2000, expected);

    IntStream.range(0, 64)
        .parallel()
        .forEach(
            i -> {
              double[] out = new double[2000];
              kernel.sum(columns, 0, 2000, out);
              assertThat(out).isEqualTo(expected);
            });
  }

  @Test
  void sumsFromAnOffset() {
    Forest forest = TestingModels.forest(5, 7, 5, 10);
    ForestKernel kernel = ForestKernel.compile(forest);
    float[][] columns = columns(500, 40f, 30f);
    double[] all = new double[500];
    double[] part = new double[100];

    kernel.sum(columns, 0, 500, all);
    kernel.sum(columns, 321, 100, part);

    assertThat(part).isEqualTo(Arrays.copyOfRange(all, 321, 421));
  }

  @Test
  void refusesAForestThatIsNone() {
    int[] none = {-1};
    int[] self = {0};
    float[] zero = {0};
    double[] value = {1};
    boolean[] no = {false};
    assertThatThrownBy(
            () -> new Forest(1, self, self, zero, self, self, no, value, value, value, 0))
        .hasMessage("forest node: 0 (expected: below 1, reached once)");
    assertThatThrownBy(
            () -> new Forest(1, new int[] {1}, none, zero, none, none, no, value, value, value, 0))
        .hasMessage("forest node: 1 (expected: below 1, reached once)");
    assertThatThrownBy(
            () -> new Forest(1, self, none, zero, none, new int[2], no, value, value, value, 0))
        .hasMessage("forest array: 2 elements (expected: one per node, 1)");
  }

  private static Forest with(Forest forest, float[] thresholds) {
    return new Forest(
        forest.features(),
        forest.roots(),
        forest.feature(),
        thresholds,
        forest.left(),
        forest.right(),
        forest.missingLeft(),
        forest.value(),
        forest.gain(),
        forest.cover(),
        forest.baseScore());
  }

  private static void check(Forest forest, int rows) {
    check(forest, rows, 40f, 30f);
  }

  private static void check(Forest forest, int rows, float center, float spread) {
    ForestKernel kernel = ForestKernel.compile(forest);
    float[][] all = columns(rows, center, spread);
    float[][] columns = Arrays.copyOf(all, forest.features());
    double[] out = new double[rows];

    kernel.sum(columns, 0, rows, out);

    for (int i = 0; i < rows; i++) {
      float[] row = new float[forest.features()];
      for (int feature = 0; feature < row.length; feature++) {
        row[feature] = columns[feature][i];
      }
      double expected = TestingWalk.sum(forest, row);
      assertThat(out[i]).as("row %s: %s", i, Arrays.toString(row)).isEqualTo(expected);
      assertThat(kernel.sum(row)).isEqualTo(expected);
    }
  }

  private static float[][] columns(int rows, float center, float spread) {
    float[][] columns = new float[5][];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = column(rows, i);
      for (int row = 0; row < rows; row++) {
        boolean ordinary = columns[i][row] == columns[i][row] && Math.abs(columns[i][row]) > 1e-3;
        columns[i][row] =
            ordinary && Float.isFinite(columns[i][row])
                ? center + spread * columns[i][row]
                : columns[i][row];
      }
    }
    return columns;
  }

  /** Mostly normal numbers; the first feature has no odd ones in its first thousand rows. */
  private static float[] column(int rows, int seed) {
    Random random = new Random(seed);
    float[] column = new float[rows];
    for (int i = 0; i < rows; i++) {
      boolean odd = random.nextInt(6) == 0 && (seed != 0 || i > 1000);
      column[i] = odd ? ODD[random.nextInt(ODD.length)] : (float) random.nextGaussian();
    }
    return column;
  }
}
