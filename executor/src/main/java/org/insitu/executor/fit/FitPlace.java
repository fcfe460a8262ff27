/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit;

/** Where a fit runs: the option {@code execution}. */
public enum FitPlace {
  /** Where it is expected to be faster. */
  AUTO,
  /** By queries, in the warehouse. */
  WAREHOUSE,
  /** On this machine, over rows sent up. */
  LOCAL
}
