/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.wire;

/** The kinds of frames. */
public enum Tag {
  HELLO(0x01, false),
  EXECUTE(0x02, true),
  DESCRIBE(0x03, true),
  METADATA(0x04, true),
  CREDIT(0x05, true),
  CANCEL(0x06, true),
  CLOSE(0x07, true),
  PING(0x08, false),
  BYE(0x09, false),

  WELCOME(0x81, false),
  DESCRIBED(0x82, true),
  SCHEMA(0x83, true),
  BATCH(0x84, true),
  COMPLETE(0x85, true),
  ERROR(0x86, null),
  NOTICE(0x87, null),
  PROGRESS(0x88, true),
  PONG(0x89, false);

  private static final Tag[] BY_NUMBER = new Tag[256];

  static {
    for (Tag tag : values()) {
      BY_NUMBER[tag.number] = tag;
    }
  }

  private final int number;

  /** Whether it belongs to a query; null when it may or may not. */
  private final Boolean ofQuery;

  Tag(int number, Boolean ofQuery) {
    this.number = number;
    this.ofQuery = ofQuery;
  }

  public int number() {
    return number;
  }

  public boolean fromClient() {
    return number < 0x80;
  }

  /** Whether the frame may carry this query id: 0 is the connection. */
  boolean allows(int queryId) {
    return ofQuery == null || ofQuery == (queryId != 0);
  }

  /**
   * The tag of a number, 0 to 255.
   *
   * @throws WireException when there is none
   */
  public static Tag of(int number) {
    Tag tag = BY_NUMBER[number];
    if (tag == null) {
      throw WireException.malformed(String.format("Unknown frame tag 0x%02x", number));
    }
    return tag;
  }
}
