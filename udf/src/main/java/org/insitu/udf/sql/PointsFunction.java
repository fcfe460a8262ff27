/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.sql;

import org.insitu.udf.model.PointFunction;

/**
 * A function of the distances to stored points, over DOUBLEs that are never NULL: {@code
 * PointKernel}. It answers with a DOUBLE where it has one output, else with all of them in whatever
 * form the dialect's {@code numbers} reads.
 */
public record PointsFunction(PointFunction function) implements KernelFunction {}
