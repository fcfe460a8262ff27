/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.kmeans;

/** How the first centroids are chosen: the option {@code kmeans_init_method}. */
public enum Seeding {
  /** Distinct rows drawn alike. */
  RANDOM,
  /**
   * Each row drawn with a chance proportional to its squared distance from those before it: Arthur
   * and Vassilvitskii, k-means++: The Advantages of Careful Seeding, 2007.
   */
  KMEANS_PLUS_PLUS
}
