/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

/**
 * A forest laid out for many rows at once.
 *
 * @param <S> the memory that a call works in; of one call at a time
 */
interface BatchForest<S> {
  S scratch();

  /** Of fewer rows another layout is faster. */
  int leastRows();

  /** See {@link ForestKernel#sum(float[][], int, int, double[])}. */
  void sum(float[][] columns, int offset, int rows, double[] out, S scratch);
}
