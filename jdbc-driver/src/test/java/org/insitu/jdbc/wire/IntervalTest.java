/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IntervalTest {

  @Test
  void writesItselfAsSqlDoes() {
    assertThat(new Interval(14, 3, 14_706_789_000_000L))
        .hasToString("1 year 2 months 3 days 04:05:06.789");
    assertThat(new Interval(0, 0, 0)).hasToString("00:00:00");
    assertThat(new Interval(0, 0, -1_000_000_000L)).hasToString("-00:00:01");
    assertThat(new Interval(-1, 0, 0)).hasToString("-1 month");
    assertThat(new Interval(0, 0, 360_000_000_000_000L)).hasToString("100:00:00");
  }
}
