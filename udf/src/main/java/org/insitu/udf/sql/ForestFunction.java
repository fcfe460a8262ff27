/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.sql;

import org.insitu.udf.model.Forest;

/**
 * A function of a forest's inputs that written SQL calls.
 *
 * @param kind what it answers with
 */
public record ForestFunction(Forest forest, Kind kind) implements KernelFunction {

  /** What a function of a forest answers with. */
  public enum Kind {
    /** DOUBLE: {@code ForestKernel}. */
    SUM,
    /**
     * One number per input, in whatever form the dialect's {@code numbers} reads: {@code
     * AttributionKernel}.
     */
    ATTRIBUTIONS
  }
}
