/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTest {

  private static Moments of(double... values) {
    return Moments.of(values, values.length);
  }

  /** Columns far from zero lose digits in sums of squares; the exact answer is in decimals. */
  @ParameterizedTest
  @CsvSource({"0, 1", "1e9, 1", "-1e12, 1e-3", "0, 1e-100", "3, 1e100"})
  void keepsTheDigitsOfNumbersFarFromZero(double center, double scale) {
    Random random = new Random(7);
    double[] values =
        DoubleStream.generate(() -> center + scale * random.nextGaussian()).limit(999).toArray();
    BigDecimal sum = BigDecimal.ZERO;
    for (double value : values) {
      sum = sum.add(new BigDecimal(value));
    }
    BigDecimal mean = sum.divide(BigDecimal.valueOf(999), new MathContext(60));
    BigDecimal squares = BigDecimal.ZERO;
    for (double value : values) {
      squares = squares.add(new BigDecimal(value).subtract(mean).pow(2));
    }
    Moments whole = of(values);
    Moments merged = of(Arrays.copyOf(values, 500)).merge(of(Arrays.copyOfRange(values, 500, 999)));
    for (Moments found : new Moments[] {whole, merged}) {
      assertThat(found.count()).isEqualTo(999);
      assertThat(found.mean() - center)
          .isCloseTo(mean.doubleValue() - center, Percentage.withPercentage(0.1));
      assertThat(found.squares()).isCloseTo(squares.doubleValue(), Percentage.withPercentage(1e-9));
      assertThat(found.min()).isEqualTo(Arrays.stream(values).min().orElseThrow());
      assertThat(found.max()).isEqualTo(Arrays.stream(values).max().orElseThrow());
    }
  }

  @Test
  void leavesMissingValuesOutAndCountsInfinities() {
    Moments m = of(1, Double.NaN, 4, Double.POSITIVE_INFINITY, 7, Double.NEGATIVE_INFINITY);
    assertThat(m).isEqualTo(new Moments(3, 2, 4, 0, 18, 1, 7));
    assertThat(m.deviation()).isEqualTo(3);
  }

  @Test
  void mergesWithNothing() {
    Moments some = of(1, 2, 3);
    assertThat(Moments.NONE.merge(some)).isEqualTo(some);
    assertThat(some.merge(Moments.NONE)).isEqualTo(some);
    assertThat(of()).isEqualTo(Moments.NONE);
    assertThat(of(Double.NaN)).isEqualTo(Moments.NONE);
  }

  @Test
  void aConstantHasNoDeviation() {
    double[] same = new double[10];
    Arrays.fill(same, 0.1);
    assertThat(of(same).merge(of(same)).deviation()).isZero();
    assertThat(of(5).deviation()).isZero();
  }
}
