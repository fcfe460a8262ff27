/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit;

/** How a linear model weighs the levels of a category. */
public enum CategoryEncoding {
  /** Every level has a weight. */
  ONE_HOT,
  /** The most frequent level (the first of equals) weighs 0, the others relative to it. */
  DUMMY
}
