/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit;

/**
 * How many distinct values a profile takes.
 *
 * @param categoriesMax per category column
 * @param classesMax of a label
 */
public record ProfileLimits(int categoriesMax, int classesMax) {

  /** Enough for any code list; beyond it a column is an identifier. */
  public static final ProfileLimits DEFAULT = new ProfileLimits(50_000, 256);

  public ProfileLimits {
    if (categoriesMax < 1 || classesMax < 2) {
      throw new IllegalArgumentException(
          "limits: %d, %d (expected: >= 1, >= 2)".formatted(categoriesMax, classesMax));
    }
  }
}
