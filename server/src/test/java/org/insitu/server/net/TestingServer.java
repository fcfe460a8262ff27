/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.insitu.jdbc.wire.Wire;
import org.insitu.server.testing.TestingEngine;

/** A real server over a {@link TestingEngine}; at its end, nothing may be left over. */
public final class TestingServer implements AutoCloseable {
  private final Leaks leaks = Leaks.watched();

  private final TestingEngine engine = new TestingEngine();
  private final Server server;

  public TestingServer() {
    this(limits());
  }

  TestingServer(ServerLimits limits) {
    server = Server.start(new ServerConfig("127.0.0.1", 0, limits), engine);
  }

  /** Small enough that tests meet them. */
  static ServerLimits limits() {
    return new ServerLimits(
        10,
        8,
        Wire.FRAME_BYTES_FLOOR,
        8_192,
        10_000,
        10,
        1 << 20,
        Duration.ofMillis(500),
        Duration.ofSeconds(20),
        Duration.ofSeconds(5));
  }

  public TestingEngine engine() {
    return engine;
  }

  Server server() {
    return server;
  }

  public String url() {
    return "jdbc:insitu://127.0.0.1:" + server.address().getPort() + "/";
  }

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url());
  }

  WireClient raw() throws IOException {
    return new WireClient(server.address().getPort());
  }

  /** Waits until something holds that another thread brings about. */
  public static void eventually(Runnable assertion) {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (true) {
      try {
        assertion.run();
        return;
      } catch (AssertionError e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        pause(10);
      }
    }
  }

  static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
    assertThat(engine.openAnswers()).as("open answers").isZero();
    assertThat(engine.openSessions()).as("open sessions").isZero();
    engine.close();
    leaks.assertNone();
  }
}
