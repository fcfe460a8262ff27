/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.wire;

/** Bytes that break the protocol or a limit. The connection they came from is of no further use. */
public final class WireException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Fault fault;

  public WireException(Fault fault, String message) {
    super(message);
    this.fault = fault;
  }

  public Fault fault() {
    return fault;
  }

  static WireException malformed(String message) {
    return new WireException(Fault.PROTOCOL, message);
  }
}
