/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.error;

import org.jspecify.annotations.Nullable;

/**
 * The one exception a user sees: what is wrong with the value seen and what is allowed (the
 * message), where (the position), and what to do (the hint).
 */
public final class InsituException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final transient Position position;
  private final String hint;
  private final String sqlState;

  private InsituException(
      ErrorCode code,
      String message,
      Position position,
      String hint,
      String sqlState,
      @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
    this.position = position;
    this.hint = hint;
    this.sqlState = sqlState;
  }

  /** An error of this code; its hint is the code's own remedy. */
  public static InsituException of(ErrorCode code, String message) {
    return new InsituException(code, message, Position.NONE, code.remedy(), code.sqlState(), null);
  }

  public InsituException at(Position where) {
    return new InsituException(code, getMessage(), where, hint, sqlState, getCause());
  }

  public InsituException hint(String text) {
    return new InsituException(code, getMessage(), position, text, sqlState, getCause());
  }

  public InsituException causedBy(Throwable cause) {
    return new InsituException(code, getMessage(), position, hint, sqlState, cause);
  }

  /** With a warehouse's own SQLSTATE instead of the code's. */
  public InsituException sqlState(String state) {
    return new InsituException(code, getMessage(), position, hint, state, getCause());
  }

  public ErrorCode code() {
    return code;
  }

  public Position position() {
    return position;
  }

  public String hint() {
    return hint;
  }

  public String sqlState() {
    return sqlState;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
