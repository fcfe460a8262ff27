/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

/** What the steps of one call read and write: the rows of the caller and scratch memory. */
final class MaskCall {
  /** Rows to a block: long enough to forget a loop's start, short enough for the L2 cache. */
  static final int BLOCK = 1024;

  /** Registers for the planes of a tree, one per level. */
  static final int PLANES = 8;

  /** Registers between loops. */
  static final int TEMPORARIES = 16;

  /** Registers for the leaves' numbers of four trees. */
  static final int LEAVES = 4;

  /** Blocks of sign bits or bytes, eight rows to a long: planes, temporaries, leaves. */
  final long[][] registers = new long[PLANES + TEMPORARIES + LEAVES][BLOCK / Long.BYTES];

  /** The quantised inputs, eight rows to a long; two may be the same array. */
  final long[][] columns;

  final double[] sums = new double[BLOCK];

  // Of the current block:
  float[][] inputs = {};
  int offset;
  int rows;
  int words;
  boolean anyMissing;

  // Of the quantisation:
  final long[][] ownColumns;
  final int[] cells = new int[BLOCK];
  final short[] bins = new short[BLOCK];
  final byte[] bytes = new byte[BLOCK];
  final float[] poison = new float[BLOCK];

  MaskCall(int columns) {
    this.columns = new long[columns][];
    this.ownColumns = new long[columns][];
  }

  /** Goes to a block of rows. */
  void position(float[][] inputs, int offset, int rows) {
    this.inputs = inputs;
    this.offset = offset;
    this.rows = rows;
    this.words = (rows + Long.BYTES - 1) / Long.BYTES;
  }
}
