/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train.scores;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

/** Areas against the definition: every pair of rows compared, in the warehouse's order. */
class PairCountTest {
  private static final int ROWS = 3000;

  /** Where a score stands among others, as DuckDB's ORDER BY has it. */
  private static int compare(double a, double b) {
    return Double.compare(a + 0.0, b + 0.0);
  }

  private static OptionalDouble byDefinition(double[] scores, short[] seen) {
    long twice = 0;
    long pairs = 0;
    for (int i = 0; i < scores.length; i++) {
      for (int j = 0; j < scores.length; j++) {
        if (seen[i] == 0 && seen[j] != 0) {
          pairs++;
          twice += 1 + compare(scores[i], scores[j]);
        }
      }
    }
    return pairs == 0 ? OptionalDouble.empty() : OptionalDouble.of(twice / 2.0 / pairs);
  }

  private static void check(double[] scores, short[] seen) {
    PairCount count = new PairCount(0);
    for (int from = 0; from < scores.length; from += 700) {
      int to = Math.min(scores.length, from + 700);
      double[][] some = {Arrays.copyOfRange(scores, from, to)};
      ScoreBlock block = new ScoreBlock(some, Arrays.copyOfRange(seen, from, to));
      count.add(block, PairCount.places(some[0]));
    }
    assertThat(count.area()).isEqualTo(byDefinition(scores, seen));
  }

  private static void check(Random random, double share, DoubleSupplier draw) {
    double[] scores = new double[ROWS];
    short[] seen = new short[ROWS];
    for (int i = 0; i < ROWS; i++) {
      scores[i] = draw.getAsDouble();
      seen[i] = (short) (random.nextDouble() < share ? 0 : random.nextInt(3) - 1);
    }
    check(scores, seen);
  }

  @Test
  void probabilitiesOfEverySize() {
    Random random = new Random(1);
    check(random, 0.2, random::nextDouble);
    check(random, 0.2, () -> Math.pow(random.nextDouble(), 60));
    check(random, 0.8, () -> 1 - Math.pow(random.nextDouble(), 60));
  }

  @Test
  void tiesCountHalf() {
    Random random = new Random(2);
    check(random, 0.3, () -> random.nextInt(5) / 4.0);
    check(random, 0.3, () -> 0.25);
    check(random, 0.3, () -> 0.1 + random.nextInt(40) * Math.ulp(0.1));
  }

  /** All rows of one place, which are sorted. */
  @Test
  void crowdsAtTheEnds() {
    Random random = new Random(3);
    check(random, 0.5, () -> random.nextInt(4000) * 1e-30);
    check(random, 0.5, () -> 1 - random.nextInt(4000) * 0x1p-53);
  }

  @Test
  void whatIsNoProbability() {
    Random random = new Random(4);
    double[] odd = {
      Double.NaN,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      0.0,
      -0.0,
      -1,
      2,
      1,
      0.5,
      Double.longBitsToDouble(0xfff8000000000001L),
      Double.MIN_VALUE,
      -Double.MIN_VALUE
    };
    check(random, 0.4, () -> odd[random.nextInt(odd.length)]);
  }

  @Test
  void oneKindOfRowsHasNoArea() {
    Random random = new Random(5);
    check(random, 1, random::nextDouble);
    check(random, -1, () -> 0.5);
    assertThat(new PairCount(0).area()).isEmpty();
  }

  /** Keys are ordered like scores, and places never run against keys. */
  @Test
  void placesFollowTheOrder() {
    double[] scores = {
      Double.NEGATIVE_INFINITY,
      -3,
      -Double.MIN_VALUE,
      0,
      Double.MIN_VALUE,
      0x1p-65,
      0x1p-64,
      0x1.004p-64,
      0.1,
      Math.nextDown(0.5),
      0.5,
      Math.nextUp(0.5),
      0.9,
      1 - 0x1p-53,
      1,
      Math.nextUp(1.0),
      7,
      Double.POSITIVE_INFINITY,
      Double.NaN
    };
    long before = Long.MIN_VALUE;
    int place = 0;
    for (double score : scores) {
      long key = ScoreOrder.key(score);
      assertThat(key).as("key of " + score).isGreaterThan(before);
      assertThat(ScoreOrder.place(key)).as("place of " + score).isBetween(place, 65_535);
      before = key;
      place = ScoreOrder.place(key);
    }
    assertThat(place).isEqualTo(ScoreOrder.PLACES - 1);
  }
}
