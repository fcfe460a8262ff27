/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.insitu.udf.model.Forest;
import org.insitu.udf.model.TestingModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttributionKernelTest {
  private static final float[] ODD = {
    Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 0f, -0f, Float.MAX_VALUE, 1e-40f
  };

  /** More levels than inputs make paths that test an input several times. */
  @ParameterizedTest
  @CsvSource({
    "1,1,3", "1,4,5", "2,3,6", "3,5,1", "3,5,9", "4,7,4", "5,9,5", "6,4,7", "7,3,8", "9,2,8"
  })
  void areTheShapleyValuesOfTheDefinition(int features, int trees, int depth) {
    for (int seed = 0; seed < 5; seed++) {
      Forest random = TestingModels.forest(features, trees, depth, 10 * depth + seed);
      Forest forest = TestingShapley.withCovers(random, seed);
      float[][] columns = columns(features, 60, seed);
      double[][] shares = attribute(forest, columns, 0, 60);
      for (int row = 0; row < 60; row++) {
        double[] expected = TestingShapley.attributions(forest, row(columns, row));
        for (int i = 0; i < features; i++) {
          assertThat(shares[i][row])
              .as("row %s, input %s", row, i)
              .isCloseTo(expected[i], within(1e-12));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"5,100,6", "28,50,8", "2,10,14", "40,3,16"})
  void addUpToTheSum(int features, int trees, int depth) {
    Forest forest = TestingShapley.withCovers(TestingModels.forest(features, trees, depth, 7), 8);
    float[][] columns = columns(features, 1000, 9);
    double[][] shares = attribute(forest, columns, 0, 1000);
    double mean = forest.mean();
    for (int row = 0; row < 1000; row++) {
      double sum = mean;
      for (double[] input : shares) {
        sum += input[row];
      }
      assertThat(sum).isCloseTo(TestingWalk.sum(forest, row(columns, row)), within(1e-11));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 63, 64, 65, 127, 128, 200})
  void doNotDependOnTheRowsBesideThem(int rows) {
    Forest forest = TestingShapley.withCovers(TestingModels.forest(5, 12, 6, 3), 4);
    float[][] columns = columns(5, 300, 5);
    double[][] all = attribute(forest, columns, 0, 300);
    double[][] some = attribute(forest, columns, 77, rows);
    for (int i = 0; i < 5; i++) {
      assertThat(Arrays.copyOf(some[i], rows)).isEqualTo(Arrays.copyOfRange(all[i], 77, 77 + rows));
    }
  }

  @Test
  void areTheSameOnEveryThread() throws Exception {
    Forest forest = TestingShapley.withCovers(TestingModels.forest(5, 30, 6, 3), 4);
    float[][] columns = columns(5, 500, 5);
    AttributionKernel kernel = AttributionKernel.compile(forest);
    double[][] expected = attribute(forest, columns, 0, 500);
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Callable<double[][]>> calls = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        calls.add(
            () -> {
              double[][] shares = new double[5][500];
              kernel.attribute(columns, 0, 500, shares);
              return shares;
            });
      }
      for (Future<double[][]> call : threads.invokeAll(calls)) {
        assertThat(call.get()).isDeepEqualTo(expected);
      }
    }
  }

  @Test
  void ofLeavesAloneAreZero() {
    Forest forest = TestingModels.forest(3, 0, 0, 1);
    assertThat(attribute(forest, columns(3, 10, 1), 0, 10)).isDeepEqualTo(new double[3][10]);
    Forest leaf =
        new Forest(
            1,
            new int[1],
            new int[] {-1},
            new float[1],
            new int[1],
            new int[1],
            new boolean[1],
            new double[] {2.5},
            new double[1],
            new double[1],
            0.5);
    assertThat(leaf.mean()).isEqualTo(3.0);
    assertThat(attribute(leaf, columns(1, 10, 1), 0, 10)).isDeepEqualTo(new double[1][10]);
  }

  /** By hand: half of the rows left with 1, half right with 3; the mean is 2. */
  @Test
  void ofOneSplitAreTheDistanceToTheMean() {
    Forest forest =
        new Forest(
            1,
            new int[1],
            new int[] {0, -1, -1},
            new float[] {10, 0, 0},
            new int[] {1, 0, 0},
            new int[] {2, 0, 0},
            new boolean[] {true, false, false},
            new double[] {0, 1, 3},
            new double[3],
            new double[] {8, 4, 4},
            0);
    double[][] shares = attribute(forest, new float[][] {{5, 10, Float.NaN}}, 0, 3);
    assertThat(shares[0]).containsExactly(-1, 1, -1);
  }

  private static double[][] attribute(Forest forest, float[][] columns, int offset, int rows) {
    double[][] shares = new double[forest.features()][rows];
    AttributionKernel.compile(forest).attribute(columns, offset, rows, shares);
    return shares;
  }

  private static float[] row(float[][] columns, int row) {
    float[] values = new float[columns.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = columns[i][row];
    }
    return values;
  }

  private static float[][] columns(int features, int rows, long seed) {
    Random random = new Random(seed);
    float[][] columns = new float[features][rows];
    for (int feature = 0; feature < features; feature++) {
      for (int i = 0; i < rows; i++) {
        columns[feature][i] =
            random.nextInt(8) == 0
                ? ODD[random.nextInt(ODD.length)]
                : switch (feature) {
                  case 0 -> 18 + random.nextInt(60);
                  case 1 -> 1200 + 100 * (float) random.nextGaussian();
                  default -> random.nextInt(4);
                };
      }
    }
    return columns;
  }
}
