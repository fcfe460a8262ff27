/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.insitu.server.net.TestingServer.eventually;

import io.netty.buffer.ByteBufAllocator;
import java.io.IOException;
import org.insitu.jdbc.wire.Tag;
import org.junit.jupiter.api.Test;

/** Buffers of results that did not come to their end. */
class LeaksTest {

  @Test
  void noBufferIsLeftOfResultsThatBreakOff() throws IOException {
    try (TestingServer server = new TestingServer()) {
      for (int i = 0; i < 20; i++) {
        try (WireClient client = server.raw().greet()) {
          client.send(1, WireClient.execute("rows 1000000 1000", 3));
          client.send(2, WireClient.execute("rows 5000 1000", 3));
          client.receive(Tag.SCHEMA);
          client.receive(Tag.BATCH);
          switch (i % 4) {
            case 0 -> client.send(1, Tag.CANCEL);
            case 1 -> client.send(1, Tag.CLOSE);
            case 2 -> client.send(new byte[100]);
            default -> client.kill();
          }
        }
      }
      eventually(() -> assertThat(server.engine().openSessions()).isZero());
    }
    Leaks.watched().assertNoneAfterCollection();
  }

  @Test
  void theTestWouldFindOne() {
    int before = Leaks.watched().count();
    leak();
    eventually(
        () -> {
          Leaks.watched().collect();
          assertThat(Leaks.watched().count()).isGreaterThan(before);
        });
    Leaks.watched().forget();
  }

  private static void leak() {
    ByteBufAllocator.DEFAULT.directBuffer(100).writeByte(1);
  }
}
