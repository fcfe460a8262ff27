/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.function.BiConsumer;

/** Writes fields behind each other into a growing buffer. */
public final class WireWriter {
  private ByteBuffer out = ByteBuffer.allocate(256).order(ByteOrder.LITTLE_ENDIAN);

  public WireWriter u8(int value) {
    room(1).put((byte) value);
    return this;
  }

  public WireWriter bool(boolean value) {
    return u8(value ? 1 : 0);
  }

  public WireWriter u16(int value) {
    room(2).putShort((short) value);
    return this;
  }

  public WireWriter i32(int value) {
    room(4).putInt(value);
    return this;
  }

  public WireWriter u32(int value) {
    return i32(value);
  }

  public WireWriter i64(long value) {
    room(8).putLong(value);
    return this;
  }

  public WireWriter f32(float value) {
    room(4).putFloat(value);
    return this;
  }

  public WireWriter f64(double value) {
    room(8).putDouble(value);
    return this;
  }

  /** The bytes without their length. */
  public WireWriter raw(byte[] bytes) {
    room(bytes.length).put(bytes);
    return this;
  }

  public WireWriter bytes(byte[] bytes) {
    return u32(bytes.length).raw(bytes);
  }

  public WireWriter string(String value) {
    return bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  public <T> WireWriter list(Collection<T> values, BiConsumer<WireWriter, T> element) {
    u32(values.size());
    for (T value : values) {
      element.accept(this, value);
    }
    return this;
  }

  public WireWriter map(Map<String, String> map) {
    u32(map.size());
    map.forEach((name, value) -> string(name).string(value));
    return this;
  }

  /** What was written, little-endian, ready to be read. */
  ByteBuffer finish() {
    return out.flip().order(ByteOrder.LITTLE_ENDIAN);
  }

  int size() {
    return out.position();
  }

  void patch(int at, int value) {
    out.putInt(at, value);
  }

  private ByteBuffer room(int bytes) {
    if (bytes > out.remaining()) {
      long wanted = Math.max(2L * out.capacity(), (long) out.position() + bytes);
      if (out.position() + (long) bytes > Integer.MAX_VALUE - 16) {
        throw new WireException(
            Fault.FRAME_TOO_LARGE,
            "frameBytes: " + (out.position() + (long) bytes) + " (expected: < 2147483632)");
      }
      ByteBuffer larger = ByteBuffer.allocate((int) Math.min(wanted, Integer.MAX_VALUE - 16));
      out = larger.order(ByteOrder.LITTLE_ENDIAN).put(out.flip());
    }
    return out;
  }
}
