/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What was found of numeric columns, by {@link NumericQuery} in the warehouse or by {@link
 * NumericPass} over rows sent here.
 *
 * @param rows how many there are
 * @param columns the statistics of each column, in the order asked for
 * @param bytesMoved that left the warehouse
 */
record NumericProfile(long rows, List<Statistics> columns, long bytesMoved) {
  NumericProfile {
    columns = List.copyOf(columns);
  }

  /**
   * Statistics of one column.
   *
   * @param count values neither NULL nor NaN
   * @param nans how many are NaN
   * @param infinities how many are infinite; the fields below are then of the others
   * @param mean of the values
   * @param deviation their sample standard deviation, 0 for less than two values
   * @param min the least value
   * @param max the greatest value
   * @param median where it was found on the way
   */
  record Statistics(
      long count,
      long nans,
      long infinities,
      double mean,
      double deviation,
      double min,
      double max,
      OptionalDouble median) {}
}
