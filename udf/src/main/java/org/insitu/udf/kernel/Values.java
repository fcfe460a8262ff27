/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.kernel;

import java.util.Arrays;

/**
 * The values of one expression for one block of rows. Where {@code nulls} says so a value is NULL
 * and what stands in its place means nothing.
 */
abstract sealed class Values {
  /** Rows to a block: the working set of a few dozen columns then stays in the L2 cache. */
  static final int BLOCK = 1024;

  boolean[] nulls = new boolean[BLOCK];

  /** Whether any value of the block is NULL; {@code nulls} is looked at only then. */
  boolean anyNull;

  boolean isNull(int row) {
    return anyNull && nulls[row];
  }

  /** Makes NULL what is NULL in any of the operands. */
  final void nullsOf(int count, Values... operands) {
    anyNull = false;
    for (Values operand : operands) {
      if (operand.anyNull) {
        for (int i = 0; i < count; i++) {
          nulls[i] = operand.nulls[i] | (anyNull & nulls[i]);
        }
        anyNull = true;
      }
    }
  }

  /** DOUBLE, and FLOAT as doubles that are floats. */
  static final class Doubles extends Values {
    /** May be another block's array, when the values are the same; never write to an operand's. */
    double[] values;

    /** Whether a value of the block can be NaN; readers find out on the way. */
    boolean mayBeNaN = true;

    private final double[] own = new double[BLOCK];

    Doubles() {
      values = own;
    }

    /** The array to write to. */
    double[] writable() {
      values = own;
      mayBeNaN = true;
      return own;
    }
  }

  /** BIGINT, DATE (days since 1970) and TIMESTAMP (microseconds since 1970). */
  static final class Longs extends Values {
    final long[] values = new long[BLOCK];
  }

  /** BOOLEAN. */
  static final class Truths extends Values {
    final boolean[] values = new boolean[BLOCK];

    /** TRUE, not NULL. */
    boolean isTrue(int row) {
      return values[row] && !isNull(row);
    }
  }

  /** VARCHAR in UTF-8: each value a part of some array that is not written to meanwhile. */
  static final class Texts extends Values {
    final byte[][] bytes = new byte[BLOCK][];
    final int[] starts = new int[BLOCK];
    final int[] lengths = new int[BLOCK];

    void set(int row, byte[] text) {
      bytes[row] = text;
      starts[row] = 0;
      lengths[row] = text.length;
    }

    void set(int row, Texts from, int at) {
      bytes[row] = from.bytes[at];
      starts[row] = from.starts[at];
      lengths[row] = from.lengths[at];
    }
  }

  /** DOUBLE_LIST: one block per element; never NULL. */
  static final class Lists extends Values {
    final Doubles[] elements;

    Lists(int size) {
      this.elements = new Doubles[size];
      Arrays.setAll(elements, i -> new Doubles());
    }
  }

  /** STRUCT_LIST: the fields of all elements, and which of them a row has in which order. */
  static final class Structs extends Values {
    /** Elements to a row. */
    final int size;

    /** One block per element and field. */
    final Values[][] elements;

    /** {@code size} numbers of elements per row. */
    final int[] order;

    Structs(Values[][] elements, int size) {
      this.elements = elements;
      this.size = size;
      this.order = new int[BLOCK * size];
    }
  }
}
