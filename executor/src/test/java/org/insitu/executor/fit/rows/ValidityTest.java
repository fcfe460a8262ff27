/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.rows;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.TinyIntVector;
import org.junit.jupiter.api.Test;

class ValidityTest {

  @Test
  void findsEveryNullInEveryRange() {
    int size = 200;
    try (var allocator = new RootAllocator();
        var vector = new TinyIntVector("x", allocator)) {
      vector.allocateNew(size);
      for (int i = 0; i < size; i++) {
        vector.set(i, 1);
      }
      vector.setValueCount(size);
      assertThat(Validity.hasNull(vector, 0, size)).isFalse();
      for (int hole = 0; hole < size; hole++) {
        vector.setNull(hole);
        for (int from : new int[] {0, 1, 7, 8, 63, 64, 65, 130}) {
          for (int count : new int[] {0, 1, 63, 64, 65, size - from}) {
            boolean inside = hole >= from && hole < from + count && from + count <= size;
            if (from + count <= size) {
              assertThat(Validity.hasNull(vector, from, count)).isEqualTo(inside);
            }
          }
        }
        vector.set(hole, 1);
      }
    }
  }
}
