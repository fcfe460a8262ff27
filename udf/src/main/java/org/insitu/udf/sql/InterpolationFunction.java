/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.sql;

import org.insitu.udf.expression.PiecewiseLinear;

/** A function of one DOUBLE that written SQL calls; NULL of NULL. */
public record InterpolationFunction(PiecewiseLinear line) implements KernelFunction {}
