/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.net;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientException;
import org.insitu.jdbc.ServerError;
import org.insitu.jdbc.wire.Failure;
import org.insitu.jdbc.wire.Fault;
import org.insitu.jdbc.wire.WireException;

/**
 * Makes SQLExceptions: of the subclass that JDBC has for the SQLSTATE's class, with the vendor code
 * of the engine and a {@link ServerError} as cause.
 */
public final class SqlErrors {
  private SqlErrors() {}

  /** The server's ERROR frame. */
  public static SQLException of(Failure failure) {
    return of(
        new ServerError(
            failure.code(),
            failure.sqlState(),
            failure.line(),
            failure.column(),
            failure.message(),
            failure.hint()));
  }

  /** A fault the driver has found by itself. */
  public static SQLException of(Fault fault, String message, String hint) {
    return of(new ServerError(fault.code(), fault.sqlState(), 0, 0, message, hint));
  }

  /** A frame that breaks the protocol. */
  public static SQLException of(WireException e) {
    return of(
        e.fault(),
        "The server's answer breaks the protocol: " + e.getMessage(),
        "Use a driver of the server's version.");
  }

  static SQLException lost(IOException e) {
    if (e instanceof SocketTimeoutException) {
      return of(
          Fault.CONNECTION_LOST,
          "The server did not answer within socketTimeout",
          "Raise socketTimeout, or see what the server is doing.");
    }
    String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return of(Fault.CONNECTION_LOST, "The connection broke: " + reason, "Connect again.");
  }

  public static SQLException closed(String what) {
    return of(Fault.CONNECTION_CLOSED, "The " + what + " is closed", "Open another.");
  }

  private static SQLException of(ServerError error) {
    String message = error.render();
    String state = error.sqlState();
    int code = error.code();
    if (code == Fault.TIMEOUT.code()) {
      return new SQLTimeoutException(message, state, code, error);
    }
    switch (state.length() < 2 ? "" : state.substring(0, 2)) {
      case "08":
        return new SQLNonTransientConnectionException(message, state, code, error);
      case "0A":
        return new SQLFeatureNotSupportedException(message, state, code, error);
      case "22":
        return new SQLDataException(message, state, code, error);
      case "23":
        return new SQLIntegrityConstraintViolationException(message, state, code, error);
      case "28":
        return new SQLInvalidAuthorizationSpecException(message, state, code, error);
      case "40":
        return new SQLTransactionRollbackException(message, state, code, error);
      case "42":
        return new SQLSyntaxErrorException(message, state, code, error);
      case "53":
        return new SQLTransientException(message, state, code, error);
      default:
        return new SQLException(message, state, code, error);
    }
  }
}
