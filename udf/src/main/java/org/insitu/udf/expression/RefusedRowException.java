/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.expression;

/**
 * A row has a value that its model was told to refuse.
 *
 * <p>A warehouse knows no errors of ours: it fails with a text that begins with {@link #MARK}, by
 * which the error is known when it comes back.
 */
public final class RefusedRowException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Before what a warehouse says of a refused row. */
  public static final String MARK = "insitu refuses a row: ";

  /** Between the reason and the value seen. */
  public static final String SEEN = ": ";

  public RefusedRowException(String reason) {
    super(reason);
  }
}
