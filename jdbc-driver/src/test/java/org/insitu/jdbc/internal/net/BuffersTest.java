/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BuffersTest {

  @Test
  void givesBuffersAgain() {
    Buffers buffers = new Buffers();
    byte[] first = buffers.take(100_000);
    assertThat(first).hasSizeGreaterThanOrEqualTo(100_000);
    buffers.release(first);
    assertThat(buffers.take(70_000)).isSameAs(first);
    assertThat(buffers.take(70_000)).isNotSameAs(first);
  }

  @Test
  void keepsTheLargestWhenFull() {
    Buffers buffers = new Buffers();
    for (int i = 0; i < 8; i++) {
      buffers.release(new byte[1 << 16]);
    }
    byte[] large = new byte[1 << 20];
    buffers.release(large);
    assertThat(buffers.take(1 << 20)).isSameAs(large);
  }
}
