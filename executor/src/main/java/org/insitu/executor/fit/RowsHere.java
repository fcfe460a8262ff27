/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit;

/**
 * How rows are profiled that are sent here.
 *
 * @param resources the pass may use
 * @param progress told of the rows read
 * @param companion takes from the rows what else it can; {@link FirstPass#NONE} for nothing
 */
public record RowsHere(FitResources resources, FitProgress progress, FirstPass<?> companion) {

  /** A pass with nothing but the profile to do. */
  public static RowsHere of(FitResources resources, FitProgress progress) {
    return new RowsHere(resources, progress, FirstPass.NONE);
  }

  /** Whether the companion wants every column, or there is none and numbers are enough. */
  boolean wantsAllColumns() {
    return companion != FirstPass.NONE;
  }

  NumericPass<?> pass(boolean allColumns) {
    return allColumns ? pass(companion) : pass(FirstPass.NONE);
  }

  private <T> NumericPass<T> pass(FirstPass<T> taking) {
    return new NumericPass<>(resources, progress, taking);
  }
}
