/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.insitu.udf.model.Forest;

/** Compiled forests, each compiled once however many copies of a kernel use it. */
final class ForestKernels {
  private final Map<Forest, ForestKernel> compiled = new ConcurrentHashMap<>();

  private final Map<Forest, AttributionKernel> attributions = new ConcurrentHashMap<>();

  ForestKernel of(Forest forest) {
    return compiled.computeIfAbsent(forest, ForestKernel::compile);
  }

  AttributionKernel attributions(Forest forest) {
    return attributions.computeIfAbsent(forest, AttributionKernel::compile);
  }
}
