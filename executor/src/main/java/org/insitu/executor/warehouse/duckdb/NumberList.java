/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.warehouse.duckdb;

/**
 * Lists of DOUBLEs as text, for duckdb_jdbc 2.0 writes no lists from Java functions. Each number is
 * written with the digits that tell it from all others, so that what CAST reads is the same double.
 */
final class NumberList {
  private NumberList() {}

  /** The list that a row has. */
  static String of(double[][] columns, int row, StringBuilder text) {
    text.setLength(0);
    char separator = '[';
    for (double[] column : columns) {
      text.append(separator).append(column[row]);
      separator = ',';
    }
    return text.append(']').toString();
  }
}
