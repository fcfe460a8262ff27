/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgressBarTest {

  @Test
  void fillsByTheFraction() {
    assertThat(ProgressBar.line("fit", 0.5, "iteration 5, loss 0.412", 1.34))
        .isEqualTo("fit       [##########··········]  50 %  iteration 5, loss 0.412  1.3 s");
  }

  @Test
  void showsNoBarWithoutAFraction() {
    assertThat(ProgressBar.line("profile", -1, "", 0.5)).isEqualTo("profile   0.5 s");
  }
}
