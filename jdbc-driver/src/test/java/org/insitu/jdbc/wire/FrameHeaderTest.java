/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrameHeaderTest {

  private static FrameHeader read(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    return FrameHeader.read(ByteBuffer.wrap(bytes), 100);
  }

  @Test
  void readsWhatItWrites() {
    ByteBuffer bytes = ByteBuffer.allocate(FrameHeader.BYTES);
    new FrameHeader(Tag.BATCH, 0xfffffffe, 99).write(bytes);
    FrameHeader header = FrameHeader.read(bytes.flip(), 100);
    assertThat(header.tag()).isEqualTo(Tag.BATCH);
    assertThat(header.queryId()).isEqualTo(0xfffffffe);
    assertThat(header.payloadBytes()).isEqualTo(99);
    assertThat(bytes.remaining()).isZero();
  }

  @Test
  void refusesLengthOverTheLimit() {
    assertThatThrownBy(() -> read("65000000 84000000 01000000"))
        .hasMessage("frameBytes: 101 (expected: <= 100)")
        .extracting("fault")
        .isEqualTo(Fault.FRAME_TOO_LARGE);
    assertThatThrownBy(() -> read("ffffffff 84000000 01000000"))
        .hasMessage("frameBytes: 4294967295 (expected: <= 100)");
  }

  @Test
  void refusesUnknownTag() {
    assertThatThrownBy(() -> read("00000000 7f000000 01000000"))
        .isInstanceOf(WireException.class)
        .hasMessage("Unknown frame tag 0x7f");
  }

  @Test
  void refusesFlagsAndReservedBits() {
    assertThatThrownBy(() -> read("00000000 84010000 01000000")).hasMessageContaining("flags");
    assertThatThrownBy(() -> read("00000000 84000080 01000000")).hasMessageContaining("reserved");
  }

  @Test
  void refusesQueryIdWhereNoneBelongs() {
    assertThatThrownBy(() -> read("00000000 08000000 01000000"))
        .hasMessage("Query id 1 in a frame of PING");
    assertThatThrownBy(() -> read("00000000 84000000 00000000"))
        .hasMessage("Query id 0 in a frame of BATCH");
  }

  @Test
  void refusesHttpAnswer() {
    byte[] http = "HTTP/1.1 400 Bad Request".getBytes(StandardCharsets.US_ASCII);
    assertThatThrownBy(() -> FrameHeader.read(ByteBuffer.wrap(http), 100))
        .isInstanceOf(WireException.class);
  }

  @Test
  void survivesRandomBytes() {
    Random random = new Random(1);
    byte[] bytes = new byte[FrameHeader.BYTES];
    for (int i = 0; i < 10_000; i++) {
      random.nextBytes(bytes);
      try {
        assertThat(FrameHeader.read(ByteBuffer.wrap(bytes), 1 << 20).payloadBytes())
            .isBetween(0, 1 << 20);
      } catch (WireException e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }
  }

  @Test
  void knowsThePreambleByItsFirstBytes() {
    ByteBuffer preamble = ByteBuffer.wrap(Wire.preamble());
    assertThat(HexFormat.of().formatHex(Wire.preamble())).isEqualTo("494e534954550100");
    for (int length = 1; length <= Wire.PREAMBLE_BYTES; length++) {
      assertThat(Wire.mayBePreamble(preamble.slice(0, length))).isTrue();
    }
    assertThat(Wire.majorVersion(ByteBuffer.wrap(Wire.preamble(0x0203)))).isEqualTo(0x0203);
    assertThat(Wire.mayBePreamble(ByteBuffer.wrap("INSERT".getBytes(StandardCharsets.US_ASCII))))
        .isFalse();
  }
}
