/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.distribution;

/**
 * How likely a statistic is to be as far from 0, on either side, as the one found, when the weight
 * is 0: its p-value.
 */
public sealed interface TwoSided permits NormalTails, StudentTails {

  /** The probability; NaN for NaN. */
  double probability(double statistic);
}
