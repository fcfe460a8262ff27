/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GaussRuleTest {
  /** Abramowitz and Stegun, table 25.4, moved from [-1, 1] to [0, 1]. */
  @Test
  void isTheTable() {
    GaussRule three = GaussRule.of(3);
    assertThat(three.points()[0]).isCloseTo((1 - 0.774596669241483) / 2, within(1e-15));
    assertThat(three.points()[1]).isCloseTo(0.5, within(1e-15));
    assertThat(three.weights()[0]).isCloseTo(0.555555555555556 / 2, within(1e-15));
    assertThat(three.weights()[1]).isCloseTo(0.888888888888889 / 2, within(1e-15));
  }

  @Test
  void isExactUpToTheDegreeItPromises() {
    for (int n = 1; n <= 40; n++) {
      GaussRule rule = GaussRule.of(n);
      for (int degree = 0; degree < 2 * n; degree++) {
        double sum = 0;
        for (int q = 0; q < n; q++) {
          sum += rule.weights()[q] * Math.pow(rule.points()[q], degree);
        }
        assertThat(sum)
            .as("%s points, degree %s", n, degree)
            .isCloseTo(1.0 / (degree + 1), within(2e-14));
      }
    }
  }
}
