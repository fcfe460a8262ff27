/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads fields from a payload. Whatever the bytes are, it answers with a value or a {@link
 * WireException}, and allocates no more than the payload's own size allows.
 */
public final class WireReader {
  private final ByteBuffer in;

  /** Reads from the buffer's position to its limit; the buffer's own position stays. */
  public WireReader(ByteBuffer payload) {
    this.in = payload.slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  public int u8() {
    need(1);
    return in.get() & 0xff;
  }

  public boolean bool() {
    int value = u8();
    if (value > 1) {
      throw WireException.malformed("Not a boolean: " + value);
    }
    return value == 1;
  }

  public int u16() {
    need(2);
    return in.getShort() & 0xffff;
  }

  public short i16() {
    need(2);
    return in.getShort();
  }

  public int i32() {
    need(4);
    return in.getInt();
  }

  /** An unsigned number that has to stay below 2 to the 31. */
  public int u32() {
    int value = i32();
    if (value < 0) {
      throw WireException.malformed("Number too large: " + Integer.toUnsignedString(value));
    }
    return value;
  }

  public long i64() {
    need(8);
    return in.getLong();
  }

  public float f32() {
    need(4);
    return in.getFloat();
  }

  public double f64() {
    need(8);
    return in.getDouble();
  }

  public byte[] bytes() {
    return bytes(u32());
  }

  /** A known number of bytes. */
  public byte[] bytes(int count) {
    need(count);
    byte[] bytes = new byte[count];
    in.get(bytes);
    return bytes;
  }

  public String string() {
    int length = u32();
    need(length);
    ByteBuffer bytes = in.slice();
    bytes.limit(length);
    in.position(in.position() + length);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw WireException.malformed("A string is not UTF-8");
    }
  }

  /**
   * A list whose elements take at least so many bytes each.
   *
   * @param countMax the limit, printed as {@code name: actual (expected: <= limit)}
   */
  public <T> List<T> list(
      String name, int countMax, int elementBytesMin, Function<WireReader, T> element) {
    int count = u32();
    if (count > countMax) {
      throw WireException.malformed(name + ": " + count + " (expected: <= " + countMax + ")");
    }
    if ((long) count * elementBytesMin > in.remaining()) {
      throw truncated((long) count * elementBytesMin);
    }
    List<T> list = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      list.add(element.apply(this));
    }
    return Collections.unmodifiableList(list);
  }

  public Map<String, String> map() {
    int count = u32();
    if (count * 8L > in.remaining()) {
      throw truncated(count * 8L);
    }
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      map.put(string(), string());
    }
    return Collections.unmodifiableMap(map);
  }

  public int remaining() {
    return in.remaining();
  }

  private void need(int bytes) {
    if (bytes > in.remaining()) {
      throw truncated(bytes);
    }
  }

  private WireException truncated(long wanted) {
    return WireException.malformed(
        "The payload ends too early: " + in.remaining() + " bytes left, " + wanted + " wanted");
  }
}
