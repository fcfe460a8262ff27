/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net;

import org.insitu.jdbc.wire.Wire;

/**
 * Where the server listens.
 *
 * @param host a name or address of this machine
 * @param port 0 for any free one
 */
public record ServerConfig(String host, int port, ServerLimits limits) {
  public static final String DEFAULT_HOST = "127.0.0.1";
  public static final int DEFAULT_PORT = Wire.DEFAULT_PORT;

  public static final int PORT_MAX = 65_535;

  public ServerConfig {
    if (port < 0 || port > PORT_MAX) {
      throw new IllegalArgumentException("port: " + port + " (expected: 0 to " + PORT_MAX + ")");
    }
  }

  /** On this machine only, at a free port. */
  public static ServerConfig embedded() {
    return new ServerConfig(DEFAULT_HOST, 0, ServerLimits.DEFAULT);
  }
}
