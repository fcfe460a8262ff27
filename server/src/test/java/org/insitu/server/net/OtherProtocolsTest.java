/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the one port answers to clients of other protocols. */
class OtherProtocolsTest {
  private final TestingServer server = new TestingServer();

  @AfterEach
  void nothingIsLeft() {
    server.close();
  }

  @Test
  void tellsMonitorsThatItRuns() throws IOException {
    assertThat(http("GET /health HTTP/1.1\r\nHost: x\r\n\r\n"))
        .startsWith("HTTP/1.1 200 OK\r\n")
        .contains("application/json")
        .contains("{\"status\": \"ok\", \"version\": \"");
  }

  @Test
  void tellsBrowsersWhatItIs() throws IOException {
    assertThat(http("GET / HTTP/1.1\r\nHost: db.example:7878\r\n\r\n"))
        .startsWith("HTTP/1.1 200 OK\r\n")
        .contains("<h1>Insitu")
        .contains("jdbc:insitu://db.example:7878/");
  }

  @Test
  void doesNotRepeatAStrangeHost() throws IOException {
    assertThat(http("GET / HTTP/1.1\r\nHost: <script>\r\n\r\n"))
        .doesNotContain("<script>")
        .contains("localhost:7878");
  }

  @ParameterizedTest
  @CsvSource({"GET /other, 404", "POST /health, 405", "HEAD /health, 200", "DELETE /, 405"})
  void answersOtherRequestsWith(String request, int status) throws IOException {
    assertThat(http(request + " HTTP/1.1\r\nHost: x\r\n\r\n")).startsWith("HTTP/1.1 " + status);
  }

  private String http(String request) throws IOException {
    try (WireClient client = server.raw()) {
      client.send(request.getBytes(StandardCharsets.US_ASCII));
      return new String(client.readAll(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void tellsPostgresClientsInTheirOwnProtocol() throws IOException {
    try (WireClient client = server.raw()) {
      byte[] parameters = "user\0me\0\0".getBytes(StandardCharsets.US_ASCII);
      client.send(
          ByteBuffer.allocate(8 + parameters.length)
              .putInt(8 + parameters.length)
              .putInt(3 << 16)
              .put(parameters)
              .array());
      assertRefused(client.readAll());
    }
  }

  @Test
  void declinesEncryptionBeforeItTellsPostgresClients() throws IOException {
    try (WireClient client = server.raw()) {
      client.send(ByteBuffer.allocate(8).putInt(8).putInt(80877103).array());
      assertThat(client.hears(2_000)).isTrue();
      client.send(ByteBuffer.allocate(8).putInt(8).putInt(3 << 16).array());
      byte[] answer = client.readAll();
      assertThat((char) answer[0]).isEqualTo('N');
      assertRefused(java.util.Arrays.copyOfRange(answer, 1, answer.length));
    }
  }

  private static void assertRefused(byte[] answer) {
    assertThat((char) answer[0]).isEqualTo('E');
    assertThat(ByteBuffer.wrap(answer).getInt(1)).isEqualTo(answer.length - 1);
    String text = new String(answer, 5, answer.length - 5, StandardCharsets.UTF_8);
    assertThat(text).contains("C0A000\0").contains("does not speak PostgreSQL's protocol yet");
  }

  @ParameterizedTest
  @CsvSource({"SSH-2.0-x", "insitu", "GOT /", "16030100"})
  void closesOnEverythingElse(String bytes) throws IOException {
    try (WireClient client = server.raw()) {
      client.send(
          bytes.equals("16030100")
              ? new byte[] {0x16, 3, 1, 0}
              : bytes.getBytes(StandardCharsets.US_ASCII));
      assertThat(client.isClosed()).isTrue();
    }
  }

  @Test
  void closesOnSilence() throws IOException {
    try (WireClient client = server.raw()) {
      assertThat(client.isClosed()).isTrue();
    }
  }
}
