/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchLayoutTest {

  @Test
  void writesGoldenBatch() {
    List<Column> columns =
        List.of(Column.of("i", ColumnType.INTEGER), Column.of("s", ColumnType.VARCHAR));
    byte[] payload =
        BatchWriter.payload(columns, List.of(Arrays.asList(1, "ab"), Arrays.asList(null, "c")));

    assertThat(HexFormat.of().formatHex(payload))
        .isEqualTo(
            String.join(
                "",
                "02000000" + "02000000" + "05000000" + "00000000",
                "02000000" + "01000000",
                "02000000" + "00000000",
                "48000000" + "01000000",
                "50000000" + "08000000",
                "58000000" + "00000000",
                "58000000" + "0c000000",
                "68000000" + "03000000",
                "0100000000000000",
                "01000000" + "00000000",
                "00000000" + "02000000" + "03000000" + "00000000",
                "6162630000000000"));
  }

  @Test
  void readsWhatItWrites() {
    BatchLayout layout =
        new BatchLayout.Builder(3).node(3, 1).buffer(1).buffer(24).node(3, 0).buffer(0).build(200);
    ByteBuffer payload = ByteBuffer.allocate(layout.payloadBytes()).put(layout.header()).rewind();

    BatchLayout read = BatchLayout.read(payload);

    assertThat(read).usingRecursiveComparison().isEqualTo(layout);
    assertThat(read.rows()).isEqualTo(3);
    assertThat(read.nodeCount()).isEqualTo(2);
    assertThat(read.nullCount(0)).isEqualTo(1);
    assertThat(read.bufferCount()).isEqualTo(3);
    assertThat(read.offset(0)).isEqualTo(BatchLayout.headerBytes(2, 3));
    assertThat(read.offset(1)).isEqualTo(read.offset(0) + 8);
    assertThat(read.bytes(1)).isEqualTo(24);
  }

  @Test
  void growsWithManyColumns() {
    BatchLayout.Builder builder = new BatchLayout.Builder(1);
    for (int i = 0; i < 1_000; i++) {
      builder.node(1, 0).buffer(0).buffer(8);
    }
    BatchLayout layout = builder.build(1 << 20);
    assertThat(layout.payloadBytes()).isEqualTo(BatchLayout.headerBytes(1_000, 2_000) + 8_000);
    assertThat(builder.payloadBytes()).isEqualTo(layout.payloadBytes());
  }

  @Test
  void refusesPayloadOverTheLimit() {
    BatchLayout.Builder builder = new BatchLayout.Builder(1).node(1, 0).buffer(0).buffer(1_000);
    assertThatThrownBy(() -> builder.build(1_000))
        .hasMessage("frameBytes: 1040 (expected: <= 1000)")
        .extracting("fault")
        .isEqualTo(Fault.FRAME_TOO_LARGE);
  }

  @Test
  void refusesBuffersOutsideOfThePayload() {
    ByteBuffer header =
        new BatchLayout.Builder(1).node(1, 0).buffer(0).buffer(16).build(1_000).header();
    assertThatThrownBy(() -> BatchLayout.read(header))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("leaves its batch");
  }

  @Test
  void refusesCountsThatThePayloadCannotHold() {
    ByteBuffer header =
        ByteBuffer.wrap(HexFormat.of().parseHex("01000000ffffff7fffffff7f00000000"));
    assertThatThrownBy(() -> BatchLayout.read(header))
        .isInstanceOf(WireException.class)
        .hasMessageContaining("cut off");
  }
}
