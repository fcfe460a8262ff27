/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.insitu.udf.model.Forest;
import org.insitu.udf.model.PointFunction;

/** Compiled forests and points, each compiled once however many copies of a kernel use it. */
final class ForestKernels {
  private final Map<Forest, ForestKernel> compiled = new ConcurrentHashMap<>();

  private final Map<Forest, AttributionKernel> attributions = new ConcurrentHashMap<>();

  private final Map<PointFunction, PointKernel> points = new ConcurrentHashMap<>();

  PointKernel points(PointFunction function) {
    return points.computeIfAbsent(function, PointKernel::compile);
  }

  ForestKernel of(Forest forest) {
    return compiled.computeIfAbsent(forest, ForestKernel::compile);
  }

  AttributionKernel attributions(Forest forest) {
    return attributions.computeIfAbsent(forest, AttributionKernel::compile);
  }
}
