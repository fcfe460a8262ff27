/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.insitu.server.net.TestingServer.eventually;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.insitu.jdbc.wire.Complete;
import org.insitu.jdbc.wire.Credit;
import org.insitu.jdbc.wire.Execute;
import org.insitu.jdbc.wire.Failure;
import org.insitu.jdbc.wire.Hello;
import org.insitu.jdbc.wire.Ping;
import org.insitu.jdbc.wire.Pong;
import org.insitu.jdbc.wire.Tag;
import org.insitu.jdbc.wire.Wire;
import org.insitu.server.net.WireClient.Received;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The protocol byte by byte, also where a client breaks it. */
class ConnectionTest {
  private final TestingServer server = new TestingServer();

  @AfterEach
  void nothingIsLeft() {
    server.close();
  }

  @Test
  void understandsAClientThatSendsByteByByte() throws IOException {
    try (WireClient client = server.raw()) {
      trickle(client, Wire.preamble());
      trickle(client, WireClient.bytes(WireClient.hello().toFrame(0)));
      client.receive(Tag.WELCOME);
      trickle(client, WireClient.bytes(WireClient.execute("update 3", 1).toFrame(1)));
      assertThat(Complete.read(client.receive(Tag.COMPLETE).reader()).updateCount()).isEqualTo(3);
    }
  }

  private static void trickle(WireClient client, byte[] bytes) throws IOException {
    for (byte b : bytes) {
      client.send(b);
    }
  }

  @Test
  void sendsNoMoreBatchesThanItHasCredits() throws IOException {
    try (WireClient client = server.raw().greet()) {
      client.send(1, WireClient.execute("rows 10000 100", 2));
      client.receive(Tag.SCHEMA);
      client.receive(Tag.BATCH);
      client.receive(Tag.BATCH);
      assertThat(client.hears(150)).isFalse();
      client.send(1, new Credit(1));
      client.receive(Tag.BATCH);
      assertThat(client.hears(150)).isFalse();
      client.send(1, Tag.CLOSE);
      Complete complete = Complete.read(client.receive(Tag.COMPLETE).reader());
      assertThat(complete.rows()).isEqualTo(300);
    }
  }

  @Test
  void completesAfterTheLastBatchWithoutAFurtherCredit() throws IOException {
    try (WireClient client = server.raw().greet()) {
      client.send(1, WireClient.execute("rows 200 100", 2));
      client.receive(Tag.SCHEMA);
      client.receive(Tag.BATCH);
      client.receive(Tag.BATCH);
      Complete complete = Complete.read(client.receive(Tag.COMPLETE).reader());
      assertThat(complete.rows()).isEqualTo(200);
      assertThat(complete.updateCount()).isEqualTo(-1);
    }
  }

  @Test
  void letsOtherQueriesPassOneThatHasNoCredits() throws IOException {
    try (WireClient client = server.raw().greet()) {
      client.send(1, WireClient.execute("rows 2000 100", 1));
      client.receive(Tag.SCHEMA);
      client.receive(Tag.BATCH);
      client.send(2, WireClient.execute("update 9", 1));
      Received complete = client.receive(Tag.COMPLETE);
      assertThat(complete.queryId()).isEqualTo(2);
      client.send(1, new Credit(100));
      for (int i = 0; i < 19; i++) {
        assertThat(client.receive(Tag.BATCH).queryId()).isEqualTo(1);
      }
      assertThat(client.receive(Tag.COMPLETE).queryId()).isEqualTo(1);
    }
  }

  @Test
  void cancelsAQueryThatWaitsForItsTurn() throws IOException {
    try (WireClient client = server.raw().greet()) {
      client.send(1, WireClient.execute("sleep 400", 1));
      client.send(2, WireClient.execute("update 9", 1));
      client.send(2, Tag.CANCEL);
      Received error = client.receive(Tag.ERROR);
      assertThat(error.queryId()).isEqualTo(2);
      assertThat(error.failure().code()).isEqualTo(402);
      assertThat(client.receive(Tag.COMPLETE).queryId()).isEqualTo(1);
    }
  }

  @Test
  void cancelsAResultThatIsKept() throws IOException {
    try (WireClient client = server.raw().greet()) {
      client.send(1, WireClient.execute("rows 2000 100", 1));
      client.receive(Tag.SCHEMA);
      client.receive(Tag.BATCH);
      client.send(2, WireClient.execute("update 9", 1));
      client.receive(Tag.COMPLETE);
      client.send(1, Tag.CANCEL);
      Received error = client.receive(Tag.ERROR);
      assertThat(error.queryId()).isEqualTo(1);
      assertThat(error.failure().sqlState()).isEqualTo("57014");
    }
  }

  @Test
  void ignoresFramesOfAQueryThatHasEnded() throws IOException {
    try (WireClient client = server.raw().greet()) {
      client.send(1, WireClient.execute("update 1", 1));
      client.receive(Tag.COMPLETE);
      client.send(1, new Credit(1));
      client.send(1, Tag.CANCEL);
      client.send(1, Tag.CLOSE);
      client.send(0, new Ping(77));
      assertThat(Pong.read(client.receive(Tag.PONG).reader()).token()).isEqualTo(77);
    }
  }

  @Test
  void splitsBatchesThatAreLargerThanWanted() throws IOException {
    try (WireClient client = server.raw().greet()) {
      client.send(1, WireClient.execute("rows 5000 5000", 1000));
      client.receive(Tag.SCHEMA);
      int batches = 0;
      Received frame = client.receive();
      while (frame.tag() == Tag.BATCH) {
        batches++;
        assertThat(frame.payload().remaining()).isLessThanOrEqualTo(8_192);
        frame = client.receive();
      }
      assertThat(frame.tag()).isEqualTo(Tag.COMPLETE);
      assertThat(batches).isBetween(15, 60);
    }
  }

  @Test
  void keepsToTheRowsPerBatchThatTheClientWants() throws IOException {
    try (WireClient client = server.raw().greet()) {
      client.send(1, new Execute(1000, 7, 0, 0, 0, "rows 100 100", List.of()));
      client.receive(Tag.SCHEMA);
      assertThat(client.receive(Tag.BATCH).reader().u32()).isEqualTo(7);
      client.send(1, Tag.CLOSE);
    }
  }

  @Test
  void closesOnBye() throws IOException {
    try (WireClient client = server.raw().greet()) {
      client.send(0, Tag.BYE);
      assertThat(client.isClosed()).isTrue();
    }
  }

  @Test
  void namesBothVersionsToADriverOfAnother() throws IOException {
    try (WireClient client = server.raw()) {
      client.send(Wire.preamble(2));
      client.send(0, WireClient.hello());
      Failure failure = client.receive(Tag.ERROR).failure();
      assertThat(failure.code()).isEqualTo(502);
      assertThat(failure.sqlState()).isEqualTo("08004");
      assertThat(failure.message()).contains("version 2").contains("version 1");
      assertThat(client.isClosed()).isTrue();
    }
  }

  @Test
  void wantsHelloFirst() throws IOException {
    try (WireClient client = server.raw()) {
      client.send(Wire.preamble());
      client.send(0, new Ping(1));
      assertBroken(client, 501, "PING (expected: HELLO)");
    }
  }

  @Test
  void wantsHelloOnce() throws IOException {
    try (WireClient client = server.raw().greet()) {
      client.send(0, WireClient.hello());
      assertBroken(client, 501, "HELLO came twice");
    }
  }

  @Test
  void wantsHelloSoon() throws IOException {
    try (WireClient client = server.raw()) {
      client.send(Wire.preamble());
      assertBroken(client, 501, "HELLO did not come in time");
    }
  }

  @Test
  void wantsAFrameLimitThatCanHoldAnAnswer() throws IOException {
    try (WireClient client = server.raw()) {
      client.send(Wire.preamble());
      client.send(0, new Hello(0, "tiny", "1", 100, Map.of()));
      assertBroken(client, 501, "frameBytesMax: 100 (expected: >= 65536)");
    }
  }

  @Test
  void refusesAFrameOverItsLimit() throws IOException {
    try (WireClient client = server.raw().greet()) {
      client.send(header(70_000, Tag.EXECUTE.number(), 0, 1));
      assertBroken(client, 506, "frameBytes: 70000 (expected: <= 65536)");
    }
  }

  @Test
  void refusesAnUnknownTag() throws IOException {
    try (WireClient client = server.raw().greet()) {
      client.send(header(0, 0x33, 0, 1));
      assertBroken(client, 501, "0x33");
    }
  }

  @Test
  void refusesAServersTag() throws IOException {
    try (WireClient client = server.raw().greet()) {
      client.send(header(0, Tag.PONG.number(), 0, 0));
      assertBroken(client, 501, "PONG");
    }
  }

  @Test
  void refusesUnknownFlags() throws IOException {
    try (WireClient client = server.raw().greet()) {
      client.send(header(0, Tag.CANCEL.number(), 1, 1));
      assertBroken(client, 501, "flags");
    }
  }

  @Test
  void refusesAPayloadThatIsCutOff() throws IOException {
    try (WireClient client = server.raw().greet()) {
      client.send(header(4, Tag.EXECUTE.number(), 0, 1));
      client.send(new byte[4]);
      assertBroken(client, 501, "too early");
    }
  }

  @Test
  void refusesAQueryIdThatIsOpen() throws IOException {
    try (WireClient client = server.raw().greet()) {
      client.send(1, WireClient.execute("sleep 3000", 1));
      client.send(1, WireClient.execute("update 1", 1));
      assertBroken(client, 501, "Query 1 is open");
    }
  }

  @Test
  void refusesAnExecuteWithoutCredits() throws IOException {
    try (WireClient client = server.raw().greet()) {
      client.send(1, WireClient.execute("update 1", 0));
      assertBroken(client, 501, "credits: 0 (expected: >= 1)");
    }
  }

  @Test
  void refusesAStatementOverItsLimitAndGoesOn() throws IOException {
    try (WireClient client = server.raw().greet()) {
      client.send(1, WireClient.execute("é".repeat(5_001), 1));
      Failure failure = client.receive(Tag.ERROR).failure();
      assertThat(failure.code()).isEqualTo(102);
      assertThat(failure.message()).isEqualTo("statementBytes: 10002 (expected: <= 10000)");
      client.send(2, WireClient.execute("update 1", 1));
      client.receive(Tag.COMPLETE);
    }
  }

  @Test
  void refusesMoreOpenQueriesThanItHolds() throws IOException {
    try (WireClient client = server.raw().greet()) {
      for (int id = 1; id <= 11; id++) {
        client.send(id, WireClient.execute("sleep 300", 1));
      }
      Received error = client.receive(Tag.ERROR);
      assertThat(error.queryId()).isEqualTo(11);
      assertThat(error.failure().message()).isEqualTo("openQueries: 11 (expected: <= 10)");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void survivesRandomBytes(long seed) throws IOException {
    byte[] noise = new byte[3_000];
    new Random(seed).nextBytes(noise);
    try (WireClient client = server.raw().greet()) {
      client.send(noise);
      client.receive(Tag.ERROR);
    }
    try (WireClient client = server.raw().greet()) {
      client.send(1, WireClient.execute("update 1", 1));
      client.receive(Tag.COMPLETE);
    }
  }

  @Test
  void tellsItsClientsThatItStops() throws IOException {
    try (WireClient client = server.raw().greet();
        WireClient busy = server.raw().greet()) {
      busy.send(1, WireClient.execute("sleep 20000", 1));
      eventually(() -> assertThat(server.engine().openSessions()).isEqualTo(2));
      TestingServer.pause(50);
      long began = System.nanoTime();
      server.server().close();
      assertThat((System.nanoTime() - began) / 1_000_000).isLessThan(3_000);
      assertThat(client.receive(Tag.ERROR).failure().sqlState()).isEqualTo("57P01");
      assertThat(busy.receive(Tag.ERROR).failure().sqlState()).isEqualTo("57P01");
      assertThat(server.engine().openSessions()).isZero();
    }
  }

  private static void assertBroken(WireClient client, int code, String message) throws IOException {
    Received error = client.receive(Tag.ERROR);
    assertThat(error.queryId()).isZero();
    assertThat(error.failure().code()).isEqualTo(code);
    assertThat(error.failure().message()).contains(message);
    assertThat(client.isClosed()).isTrue();
  }

  private static byte[] header(int payloadBytes, int tag, int flags, int queryId) {
    return ByteBuffer.allocate(12)
        .order(java.nio.ByteOrder.LITTLE_ENDIAN)
        .putInt(payloadBytes)
        .put((byte) tag)
        .put((byte) flags)
        .putShort((short) 0)
        .putInt(queryId)
        .array();
  }
}
