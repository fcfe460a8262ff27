/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.wire;

import java.util.Map;

/** The client introduces itself; the first frame of a connection. */
public final class Hello extends Message {
  private final int minorVersion;
  private final String driverName;
  private final String driverVersion;
  private final int frameBytesMax;
  private final Map<String, String> properties;

  public Hello(
      int minorVersion,
      String driverName,
      String driverVersion,
      int frameBytesMax,
      Map<String, String> properties) {
    this.minorVersion = minorVersion;
    this.driverName = driverName;
    this.driverVersion = driverVersion;
    this.frameBytesMax = frameBytesMax;
    this.properties = properties;
  }

  /** Reads the payload. */
  public static Hello read(WireReader in) {
    return new Hello(in.u16(), in.string(), in.string(), in.u32(), in.map());
  }

  @Override
  void write(WireWriter out) {
    out.u16(minorVersion)
        .string(driverName)
        .string(driverVersion)
        .u32(frameBytesMax)
        .map(properties);
  }

  @Override
  public Tag tag() {
    return Tag.HELLO;
  }

  /** The latest minor version it speaks. */
  public int minorVersion() {
    return minorVersion;
  }

  public String driverName() {
    return driverName;
  }

  public String driverVersion() {
    return driverVersion;
  }

  /** The longest payload it accepts. */
  public int frameBytesMax() {
    return frameBytesMax;
  }

  /** Such as {@code schema} and {@code application_name}; unknown ones are ignored. */
  public Map<String, String> properties() {
    return properties;
  }
}
