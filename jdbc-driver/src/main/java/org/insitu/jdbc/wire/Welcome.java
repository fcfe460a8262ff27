/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.wire;

import java.util.Map;

/** The server accepts a connection. */
public final class Welcome extends Message {
  private final int majorVersion;
  private final int minorVersion;
  private final String serverVersion;
  private final long sessionId;
  private final int frameBytesMax;
  private final Map<String, String> properties;

  public Welcome(
      int majorVersion,
      int minorVersion,
      String serverVersion,
      long sessionId,
      int frameBytesMax,
      Map<String, String> properties) {
    this.majorVersion = majorVersion;
    this.minorVersion = minorVersion;
    this.serverVersion = serverVersion;
    this.sessionId = sessionId;
    this.frameBytesMax = frameBytesMax;
    this.properties = properties;
  }

  /** Reads the payload. */
  public static Welcome read(WireReader in) {
    return new Welcome(in.u16(), in.u16(), in.string(), in.i64(), in.u32(), in.map());
  }

  @Override
  void write(WireWriter out) {
    out.u16(majorVersion)
        .u16(minorVersion)
        .string(serverVersion)
        .i64(sessionId)
        .u32(frameBytesMax)
        .map(properties);
  }

  @Override
  public Tag tag() {
    return Tag.WELCOME;
  }

  public int majorVersion() {
    return majorVersion;
  }

  /** The latest minor version it speaks. */
  public int minorVersion() {
    return minorVersion;
  }

  public String serverVersion() {
    return serverVersion;
  }

  public long sessionId() {
    return sessionId;
  }

  /** The longest payload it accepts. */
  public int frameBytesMax() {
    return frameBytesMax;
  }

  /** Such as {@code catalog}, {@code schema}, {@code warehouse}. */
  public Map<String, String> properties() {
    return properties;
  }
}
