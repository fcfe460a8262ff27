/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train.family;

/**
 * The work of a fit, for EXPLAIN.
 *
 * @param what one line for people
 * @param sends what leaves the warehouse for it
 */
public record FitWork(String what, Sends sends) {

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
