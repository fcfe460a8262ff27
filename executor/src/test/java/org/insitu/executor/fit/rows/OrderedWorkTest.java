/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class OrderedWorkTest {
  @Test
  void handsResultsOnInTheOrderOfTheirPieces() {
    List<Integer> results = new ArrayList<>();
    try (OrderedWork<Integer> work = new OrderedWork<>(3, results::add)) {
      for (int i = 0; i < 100; i++) {
        int piece = i;
        work.add(
            () -> {
              Thread.sleep(piece % 3);
              return piece;
            });
      }
      work.finish();
    }
    assertThat(results).isEqualTo(IntStream.range(0, 100).boxed().toList());
  }

  /** A piece may write to native memory, which the caller frees after closing. */
  @Test
  void runsNothingAnyMoreOnceItIsClosed() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean ended = new AtomicBoolean();
    try (OrderedWork<Boolean> work = new OrderedWork<>(1, done -> {})) {
      work.add(
          () -> {
            begun.countDown();
            long until = System.nanoTime() + 50_000_000;
            while (System.nanoTime() < until) {
              Thread.onSpinWait();
            }
            ended.set(true);
            return true;
          });
      begun.await();
    }
    assertThat(ended).isTrue();
  }

  @Test
  void throwsWhatAPieceThrew() {
    try (OrderedWork<Integer> work = new OrderedWork<>(2, result -> {})) {
      work.add(
          () -> {
            throw new IllegalArgumentException("piece");
          });
      assertThatThrownBy(work::finish)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("piece");
    }
  }
}
