/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

/**
 * Sums of products of a design's columns and its label: {@code products[i][j]} is the sum over the
 * rows of column i times column j, symmetric, the label being the last column.
 */
@SuppressWarnings("ArrayRecordComponent") // read only, inside the trainer
record Gram(double[][] products) {

  int label() {
    return products.length - 1;
  }
}
