/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.wire;

/** How far a statement is. */
public final class Progress extends Message {
  private final double fraction;
  private final String phase;
  private final String message;

  public Progress(double fraction, String phase, String message) {
    this.fraction = fraction;
    this.phase = phase;
    this.message = message;
  }

  /** Reads the payload. */
  public static Progress read(WireReader in) {
    return new Progress(in.f64(), in.string(), in.string());
  }

  @Override
  void write(WireWriter out) {
    out.f64(fraction).string(phase).string(message);
  }

  @Override
  public Tag tag() {
    return Tag.PROGRESS;
  }

  /** 0 to 1; -1: unknown. */
  public double fraction() {
    return fraction;
  }

  public String phase() {
    return phase;
  }

  /** May be empty. */
  public String message() {
    return message;
  }
}
