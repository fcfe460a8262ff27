/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Golden bytes of every message, and what happens when they are cut, changed or made up. */
class MessagesTest {

  /** A message, how it is read, and its frame for query 7 or the connection. */
  record Golden(Message message, Function<WireReader, Message> read, String hex) {
    byte[] frame() {
      return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    ByteBuffer payload() {
      return ByteBuffer.wrap(frame()).position(FrameHeader.BYTES);
    }

    @Override
    public String toString() {
      return message.tag().name();
    }
  }

  private static Map<String, String> map(String... pairs) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }

  static Stream<Golden> messages() {
    return Stream.of(
        new Golden(
            new Hello(0, "d", "1", 65_536, map("schema", "s")),
            Hello::read,
            "23000000 01 00 0000 00000000"
                + "0000 01000000 64 01000000 31 00000100"
                + "01000000 06000000 736368656d61 01000000 73"),
        new Golden(
            new Execute(
                4,
                0,
                10,
                2_000,
                Execute.PROGRESS,
                "é",
                List.of(
                    Parameter.of(ColumnType.INTEGER, 5),
                    Parameter.of(ColumnType.DATE, null),
                    Parameter.of(ColumnType.DECIMAL, new BigDecimal("-2.56")))),
            Execute::read,
            "3a000000 02 00 0000 07000000"
                + "04000000 00000000 0a00000000000000 d007000000000000 01000000"
                + "02000000 c3a9 03000000"
                + "04 00 05000000"
                + "0f 01"
                + "0c 00 02000000 02000000 00ff"),
        new Golden(new Describe("q"), Describe::read, "05000000 03 00 0000 07000000 01000000 71"),
        new Golden(
            new Metadata(4, Metadata.Kind.TABLES, Arrays.asList(null, "m", null, "MODEL")),
            Metadata::read,
            "1b000000 04 00 0000 07000000"
                + "04000000 04 04000000 00 01 01000000 6d 00 01 05000000 4d4f44454c"),
        new Golden(new Credit(2), Credit::read, "04000000 05 00 0000 07000000 02000000"),
        new Golden(new Ping(3), Ping::read, "08000000 08 00 0000 00000000 0300000000000000"),
        new Golden(
            new Welcome(1, 0, "v", 9, 65_536, map("schema", "s")),
            Welcome::read,
            "28000000 81 00 0000 00000000"
                + "0100 0000 01000000 76 0900000000000000 00000100"
                + "01000000 06000000 736368656d61 01000000 73"),
        new Golden(
            new Described(1, List.of(Column.of("n", ColumnType.BIGINT).notNull())),
            Described::read,
            "21000000 82 00 0000 07000000"
                + "01000000 01000000"
                + "01000000 6e 05 00 00 00 00 000000 00000000 00000000 00000000"),
        new Golden(
            new ResultSchema(
                List.of(
                    Column.decimal("d", 12, 2),
                    Column.temporal("t", ColumnType.TIMESTAMPTZ, TimeUnit.MICROSECOND, "UTC"),
                    Column.nested("l", ColumnType.LIST, List.of(Column.of("item", ColumnType.REAL)))
                        .warehouseType("F[]"))),
            ResultSchema::read,
            "71000000 83 00 0000 07000000"
                + "03000000"
                + "01000000 64 0c 01 0c 02 00 000000 00000000 00000000 00000000"
                + "01000000 74 12 01 00 00 02 000000 00000000 03000000 555443 00000000"
                + "01000000 6c 14 01 00 00 00 000000 03000000 465b5d 00000000 01000000"
                + "04000000 6974656d 0a 01 00 00 00 000000 00000000 00000000 00000000"),
        new Golden(
            new Complete(-1, 3, 5, map("k", "v")),
            Complete::read,
            "26000000 85 00 0000 07000000"
                + "ffffffffffffffff 0300000000000000 0500000000000000"
                + "01000000 01000000 6b 01000000 76"),
        new Golden(
            new Failure(103, "42616", 1, 42, "m", "h"),
            Failure::read,
            "1f000000 86 00 0000 07000000"
                + "67000000 05000000 3432363136 01000000 2a000000 01000000 6d 01000000 68"),
        new Golden(new Notice("n"), Notice::read, "05000000 87 00 0000 07000000 01000000 6e"),
        new Golden(
            new Progress(0.5, "fit", ""),
            Progress::read,
            "13000000 88 00 0000 07000000 000000000000e03f 03000000 666974 00000000"),
        new Golden(new Pong(3), Pong::read, "08000000 89 00 0000 00000000 0300000000000000"));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void writesGoldenBytes(Golden golden) {
    int id = golden.message().tag().allows(7) ? 7 : 0;
    assertThat(hex(golden.message().toFrame(id))).isEqualTo(hex(ByteBuffer.wrap(golden.frame())));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void readsGoldenBytes(Golden golden) {
    ByteBuffer frame = ByteBuffer.wrap(golden.frame());
    FrameHeader header = FrameHeader.read(frame, Wire.FRAME_BYTES_FLOOR);
    assertThat(header.tag()).isEqualTo(golden.message().tag());
    assertThat(header.payloadBytes()).isEqualTo(frame.remaining());

    Message read = golden.read().apply(new WireReader(frame));

    assertThat(read).usingRecursiveComparison().isEqualTo(golden.message());
  }

  @ParameterizedTest
  @MethodSource("messages")
  void refusesPayloadCutOffAnywhere(Golden golden) {
    ByteBuffer payload = golden.payload();
    for (int length = 0; length < payload.remaining(); length++) {
      ByteBuffer cut = payload.slice(payload.position(), length);
      assertThatThrownBy(() -> golden.read().apply(new WireReader(cut)))
          .as("cut to %d bytes", length)
          .isInstanceOf(WireException.class);
    }
  }

  @ParameterizedTest
  @MethodSource("messages")
  void ignoresFieldsOfLaterMinorVersions(Golden golden) {
    ByteBuffer payload = golden.payload();
    ByteBuffer longer = ByteBuffer.allocate(payload.remaining() + 9).put(payload);
    longer.rewind();

    Message read = golden.read().apply(new WireReader(longer));

    assertThat(read).usingRecursiveComparison().isEqualTo(golden.message());
  }

  /** Nothing but a message or a WireException, and no memory beyond the payload's size. */
  @ParameterizedTest
  @MethodSource("messages")
  void survivesChangedAndRandomBytes(Golden golden) {
    Random random = new Random(1);
    byte[] good = new byte[golden.payload().remaining()];
    golden.payload().get(good);
    for (int i = 0; i < 5_000; i++) {
      byte[] bytes = good.clone();
      if (i % 2 == 0) {
        random.nextBytes(bytes);
      } else {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      try {
        golden.read().apply(new WireReader(ByteBuffer.wrap(bytes)));
      } catch (WireException e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }
  }

  @Test
  void writesFramesWithoutPayload() {
    assertThat(hex(Message.emptyFrame(Tag.CANCEL, 7)))
        .isEqualTo("00000000" + "06000000" + "07000000");
    assertThat(hex(Message.emptyFrame(Tag.BYE, 0))).isEqualTo("00000000" + "09000000" + "00000000");
  }

  @Test
  void coversEveryTagWithPayload() {
    List<Tag> covered = messages().map(golden -> golden.message().tag()).toList();
    assertThat(Tag.values())
        .filteredOn(tag -> !covered.contains(tag))
        .containsExactly(Tag.CANCEL, Tag.CLOSE, Tag.BYE, Tag.BATCH);
  }

  private static String hex(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
