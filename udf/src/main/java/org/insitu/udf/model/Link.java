/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

/** What a mean is to the score of a generalised linear model: score = link(mean). */
public enum Link {
  /** {@code m = s}. */
  IDENTITY,
  /** {@code m = exp(s)}. */
  LOG,
  /** {@code m = 1 / s}. */
  INVERSE,
  /** {@code m = 1 / (1 + exp(-s))}. */
  LOGIT,
  /** The normal distribution up to s. */
  PROBIT,
  /** {@code m = 1 - exp(-exp(s))}. */
  CLOGLOG
}
