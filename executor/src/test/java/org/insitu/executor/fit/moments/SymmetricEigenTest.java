/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.moments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.insitu.executor.fit.FitProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymmetricEigenTest {

  private static double[][] copy(double[][] a) {
    double[][] copy = new double[a.length][];
    for (int i = 0; i < a.length; i++) {
      copy[i] = a[i].clone();
    }
    return copy;
  }

  private static double[][] random(int n, long seed) {
    Random random = new Random(seed);
    double[][] a = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        a[i][j] = random.nextGaussian();
        a[j][i] = a[i][j];
      }
    }
    return a;
  }

  private static void check(double[][] a, double tolerance) {
    SymmetricEigen eigen = SymmetricEigen.of(copy(a), FitProgress.NONE);
    int n = a.length;
    for (int k = 0; k < n; k++) {
      double[] v = eigen.vectors()[k];
      for (int i = 0; i < n; i++) {
        double product = 0;
        for (int j = 0; j < n; j++) {
          product += a[i][j] * v[j];
        }
        assertThat(product).isCloseTo(eigen.values()[k] * v[i], within(tolerance));
      }
      for (int other = 0; other < n; other++) {
        double dot = 0;
        for (int i = 0; i < n; i++) {
          dot += v[i] * eigen.vectors()[other][i];
        }
        assertThat(dot).isCloseTo(k == other ? 1 : 0, within(1e-13 * n));
      }
      assertThat(eigen.values()[k]).isLessThanOrEqualTo(k == 0 ? 1e300 : eigen.values()[k - 1]);
    }
  }

  /** R's eigen; {@code moments.R} prints them. The condition is 1.5e7. */
  @Test
  void findsTheEigenvaluesOfHilbertsMatrix() {
    double[][] hilbert = new double[6][6];
    for (int i = 0; i < 6; i++) {
      for (int j = 0; j < 6; j++) {
        hilbert[i][j] = 1.0 / (i + j + 1);
      }
    }
    assertThat(SymmetricEigen.of(hilbert, FitProgress.NONE).values())
        .containsExactly(
            new double[] {
              1.6188998589243384e+00,
              2.4236087057520905e-01,
              1.6321521319875798e-02,
              6.1574835418263315e-04,
              1.2570757122634998e-05,
              1.0827994843592697e-07
            },
            within(1e-15));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 10, 57, 200})
  void decomposesAnyMatrix(int n) {
    check(random(n, n), 1e-14 * n * 10);
  }

  @Test
  void decomposesMatricesWithRepeatedAndZeroValues() {
    check(new double[4][4], 0);
    check(new double[][] {{2, 0, 0}, {0, 2, 0}, {0, 0, 2}}, 1e-15);
    double[][] rankOne = new double[5][5];
    for (int i = 0; i < 5; i++) {
      for (int j = 0; j < 5; j++) {
        rankOne[i][j] = (i + 1) * (j + 1);
      }
    }
    check(rankOne, 1e-12);
    check(new double[][] {{0, 1e-200}, {1e-200, 0}}, 1e-210);
    check(new double[][] {{1e150, 1e149, 0}, {1e149, 1, 3}, {0, 3, 1e-150}}, 1e136);
  }

  @Test
  void theGreatestWeightIsPositive() {
    SymmetricEigen eigen = SymmetricEigen.of(new double[][] {{1, -1}, {-1, 1}}, FitProgress.NONE);
    assertThat(eigen.values()).containsExactly(new double[] {2, 0}, within(1e-15));
    assertThat(eigen.vectors()[0])
        .containsExactly(new double[] {Math.sqrt(0.5), -Math.sqrt(0.5)}, within(1e-15));
  }
}
