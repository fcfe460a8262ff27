/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.cli;

import java.net.InetSocketAddress;
import org.insitu.server.net.Server;
import org.insitu.server.net.ServerConfig;
import org.insitu.server.session.Engine;
import org.insitu.server.session.EngineConfig;
import org.insitu.server.session.InsituEngine;

/** An engine and the server in front of it, opened and closed together. */
final class RunningServer implements AutoCloseable {
  private final Engine engine;
  private final Server server;

  private RunningServer(Engine engine, Server server) {
    this.engine = engine;
    this.server = server;
  }

  static RunningServer start(EngineConfig engineConfig, ServerConfig serverConfig) {
    Engine engine = InsituEngine.open(engineConfig);
    try {
      return new RunningServer(engine, Server.start(serverConfig, engine));
    } catch (RuntimeException e) {
      engine.close();
      throw e;
    }
  }

  InetSocketAddress address() {
    return server.address();
  }

  /** Where the driver connects to, from this machine. */
  String url() {
    InetSocketAddress address = address();
    String host = address.getAddress().isAnyLocalAddress() ? "localhost" : address.getHostString();
    return "jdbc:insitu://"
        + (host.contains(":") ? "[" + host + "]" : host)
        + ":"
        + address.getPort()
        + "/";
  }

  @Override
  public void close() {
    try (engine) {
      server.close();
    }
  }
}
