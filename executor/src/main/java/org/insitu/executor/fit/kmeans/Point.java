/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.kmeans;

import java.util.Arrays;

/** A row that can be compared. */
@SuppressWarnings("ArrayRecordComponent") // compared by its elements
record Point(double[] values) {
  @Override
  public boolean equals(Object other) {
    return other instanceof Point point && Arrays.equals(values, point.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }
}
