/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.sql;

/**
 * What is known of an expression's value before any row is seen. It spares guards in the text.
 *
 * @param mayBeNull whether it can be NULL
 * @param mayBeNaN whether it can be NaN
 * @param mayExceedFloat whether it can be a finite number too large for FLOAT
 */
public record Facts(boolean mayBeNull, boolean mayBeNaN, boolean mayExceedFloat) {

  /** Nothing is known. */
  public static final Facts UNKNOWN = new Facts(true, true, true);

  /** Always a value, and if a number then an ordinary one. */
  public static final Facts PRESENT = new Facts(false, false, false);

  /** What is known of a value that is one of two. */
  public Facts or(Facts other) {
    return new Facts(
        mayBeNull || other.mayBeNull,
        mayBeNaN || other.mayBeNaN,
        mayExceedFloat || other.mayExceedFloat);
  }

  /** What is known of a number. */
  static Facts of(double value) {
    return new Facts(
        false, Double.isNaN(value), Double.isFinite(value) && Math.abs(value) > Float.MAX_VALUE);
  }

  /** The same, but it can be NULL. */
  Facts orNull() {
    return new Facts(true, mayBeNaN, mayExceedFloat);
  }
}
