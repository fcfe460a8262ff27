/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.wire;

/** A warning that does not stop the statement. */
public final class Notice extends Message {
  private final String text;

  public Notice(String text) {
    this.text = text;
  }

  /** Reads the payload. */
  public static Notice read(WireReader in) {
    return new Notice(in.string());
  }

  @Override
  void write(WireWriter out) {
    out.string(text);
  }

  @Override
  public Tag tag() {
    return Tag.NOTICE;
  }

  public String text() {
    return text;
  }
}
