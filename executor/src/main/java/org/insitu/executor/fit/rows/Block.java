/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.rows;

/**
 * Some consecutive training rows as arrays. The arrays belong to the block's reader of the moment
 * and may be longer than {@code rows}.
 *
 * @param rows how many
 * @param numbers one array per numeric feature, in feature order; never NaN
 * @param codes one array per category feature, in feature order: the index of the row's level, the
 *     number of levels when it is NULL and a NULL was seen in training, else -1
 * @param target the label's number or the index of its class; empty for unsupervised models
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data, documented as shared
public record Block(int rows, double[][] numbers, int[][] codes, double[] target) {

  static Block allocate(int capacity, int numbers, int codes, boolean target) {
    return new Block(
        0,
        new double[numbers][capacity],
        new int[codes][capacity],
        new double[target ? capacity : 0]);
  }

  /** Rows that its arrays take. */
  int capacity() {
    return numbers.length > 0
        ? numbers[0].length
        : codes.length > 0 ? codes[0].length : target.length;
  }

  Block withRows(int count) {
    return new Block(count, numbers, codes, target);
  }
}
