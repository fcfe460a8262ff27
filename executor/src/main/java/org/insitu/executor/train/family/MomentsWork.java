/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train.family;

import org.insitu.executor.fit.FitPlace;
import org.insitu.executor.fit.moments.Scatters;

/** What EXPLAIN says of the families of counts and moments. */
final class MomentsWork {
  private MomentsWork() {}

  /**
   * Sums of this kind.
   *
   * @param byDefault where they are taken when nothing is said
   */
  static FitWork work(FitPlace place, String sums, FitWork byDefault) {
    return switch (place) {
      case WAREHOUSE -> new FitWork(sums + ", by GROUP BY", FitWork.Sends.SUMS);
      case LOCAL -> new FitWork(sums + ", over Arrow batches", FitWork.Sends.ROWS);
      case AUTO -> byDefault;
    };
  }

  /** In the warehouse, whatever the columns. */
  static FitWork pushed(String sums) {
    return new FitWork(sums + ", by GROUP BY", FitWork.Sends.NUMBERS);
  }

  /** Where products of few columns are taken in the warehouse, those of many over rows. */
  static FitWork byWidth(String sums) {
    return new FitWork(
        "%s, over Arrow batches; of up to %d columns, every category counted, by GROUP BY instead"
            .formatted(sums, Scatters.WAREHOUSE_COLUMNS_MAX),
        FitWork.Sends.ROWS);
  }
}
