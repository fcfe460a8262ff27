/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

/** What one call of {@link AttributionKernel} works on and in. */
final class AttributionCall {
  /** Rows at a time: the products of a path of a few levels then stay in the L1 cache. */
  static final int BLOCK = 64;

  /** Products, sums and passes of every level of a tree, see {@link AttributionTree}. */
  final double[] scratch;

  float[][] inputs = new float[0][];
  int offset;
  double[][] out = new double[0][];
  int at;
  int rows;

  AttributionCall(int scratch) {
    this.scratch = new double[scratch];
  }

  void position(float[][] inputs, int offset, double[][] out, int at, int rows) {
    this.inputs = inputs;
    this.offset = offset;
    this.out = out;
    this.at = at;
    this.rows = rows;
  }
}
