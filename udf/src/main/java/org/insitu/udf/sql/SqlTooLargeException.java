/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.sql;

/** An expression is too large to be written as SQL; another road has to be taken. */
public final class SqlTooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SqlTooLargeException(String message) {
    super(message);
  }

  public SqlTooLargeException(String what, long actual, long limit) {
    super(what + ": " + actual + " (expected: <= " + limit + ")");
  }
}
