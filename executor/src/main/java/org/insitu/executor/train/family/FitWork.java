/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train.family;

import org.insitu.executor.fit.FitPlace;

/**
 * The work of a fit, for EXPLAIN.
 *
 * @param what one line for people
 * @param sends what leaves the warehouse for it
 */
public record FitWork(String what, Sends sends) {

  /**
   * Work of steps that are either taken in the warehouse or over the rows.
   *
   * @param overRows in words, as {@code inWarehouse}
   */
  static FitWork at(FitPlace place, String inWarehouse, String overRows) {
    return place == FitPlace.WAREHOUSE
        ? new FitWork(inWarehouse, Sends.SUMS)
        : new FitWork(overRows, Sends.ROWS);
  }

  /** What leaves the warehouse. */
  public enum Sends {
    /** Sums; the fit runs where the rows are, and so does the profile. */
    SUMS,
    /** The numbers for their profile, then sums. */
    NUMBERS,
    /** Every column, once: the profile of the numbers and the fit share one pass over them. */
    ROWS_ONCE,
    /** The numbers for their profile, then every column. */
    ROWS
  }
}
