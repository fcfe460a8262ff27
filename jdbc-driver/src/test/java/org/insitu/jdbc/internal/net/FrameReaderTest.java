/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.insitu.jdbc.wire.FrameHeader;
import org.insitu.jdbc.wire.Tag;
import org.insitu.jdbc.wire.Wire;
import org.insitu.jdbc.wire.WireException;
import org.junit.jupiter.api.Test;

class FrameReaderTest {
  private static final int MAX = Wire.FRAME_BYTES_DEFAULT;

  /** Frames of these payload sizes, one after the other. */
  private static byte[] frames(int... sizes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int size : sizes) {
      ByteBuffer header = ByteBuffer.allocate(FrameHeader.BYTES);
      new FrameHeader(Tag.BATCH, size + 1, size).write(header);
      out.writeBytes(header.array());
      byte[] payload = new byte[size];
      new Random(size).nextBytes(payload);
      out.writeBytes(payload);
    }
    return out.toByteArray();
  }

  /** A stream that gives at most so many bytes a read. */
  private static InputStream trickling(byte[] bytes, int step) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] into, int offset, int length) {
        return super.read(into, offset, Math.min(length, step));
      }
    };
  }

  private static void assertReads(InputStream stream, int... sizes) throws IOException {
    FrameReader reader = new FrameReader(stream);
    for (int size : sizes) {
      reader.await();
      FrameHeader header = reader.header(MAX);
      assertThat(header.payloadBytes()).isEqualTo(size);
      assertThat(header.queryId()).isEqualTo(size + 1);
      byte[] expected = new byte[size];
      new Random(size).nextBytes(expected);
      byte[] payload = new byte[size + 10];
      reader.payload(payload, size);
      assertThat(Arrays.copyOf(payload, size)).isEqualTo(expected);
    }
    assertThatThrownBy(reader::await).isInstanceOf(EOFException.class);
  }

  @Test
  void readsFramesFedByteByByte() throws IOException {
    assertReads(trickling(frames(0, 1, 5, 100), 1), 0, 1, 5, 100);
  }

  @Test
  void readsFramesSplitAnywhere() throws IOException {
    byte[] bytes = frames(7, 0, 30);
    for (int split = 1; split < bytes.length; split++) {
      List<byte[]> parts =
          new ArrayList<>(
              List.of(Arrays.copyOf(bytes, split), Arrays.copyOfRange(bytes, split, bytes.length)));
      InputStream stream =
          new InputStream() {
            @Override
            public int read() {
              throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] into, int offset, int length) {
              if (parts.isEmpty()) {
                return -1;
              }
              byte[] part = parts.remove(0);
              int count = Math.min(length, part.length);
              System.arraycopy(part, 0, into, offset, count);
              if (count < part.length) {
                parts.add(0, Arrays.copyOfRange(part, count, part.length));
              }
              return count;
            }
          };
      assertReads(stream, 7, 0, 30);
    }
  }

  @Test
  void readsPayloadsLongerThanItsBuffer() throws IOException {
    assertReads(trickling(frames(200_000, 3, 32_768, 32_756), 10_007), 200_000, 3, 32_768, 32_756);
  }

  @Test
  void failsWhenTheStreamEndsAnywhereInAFrame() {
    byte[] bytes = frames(20);
    for (int length = 1; length < bytes.length; length++) {
      FrameReader reader = new FrameReader(new ByteArrayInputStream(Arrays.copyOf(bytes, length)));
      assertThatThrownBy(
              () -> {
                FrameHeader header = reader.header(MAX);
                reader.payload(new byte[20], header.payloadBytes());
              })
          .as("cut to %d bytes", length)
          .isInstanceOf(EOFException.class);
    }
  }

  @Test
  void refusesFrameOverTheLimit() {
    FrameReader reader = new FrameReader(new ByteArrayInputStream(frames(1_001)));
    assertThatThrownBy(() -> reader.header(1_000))
        .isInstanceOf(WireException.class)
        .hasMessage("frameBytes: 1001 (expected: <= 1000)");
  }

  @Test
  void survivesRandomStreams() throws IOException {
    Random random = new Random(1);
    byte[] bytes = new byte[200];
    for (int i = 0; i < 2_000; i++) {
      random.nextBytes(bytes);
      FrameReader reader = new FrameReader(trickling(bytes, 1 + random.nextInt(20)));
      try {
        while (true) {
          FrameHeader header = reader.header(1_000);
          reader.payload(new byte[1_000], header.payloadBytes());
        }
      } catch (WireException | EOFException e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }
  }
}
