/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.sql;

/**
 * A function that written SQL calls: the warehouse registers its kernel under a name that is a
 * digest of its content.
 */
public sealed interface KernelFunction
    permits ForestFunction, InterpolationFunction, PointsFunction {}
