/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The head of a frame.
 *
 * <pre>
 *  0               4     5       6          8              12
 *  +---------------+-----+-------+----------+---------------+
 *  | payload bytes | tag | flags | reserved |   query id    |
 *  +---------------+-----+-------+----------+---------------+
 * </pre>
 */
public final class FrameHeader {
  public static final int BYTES = 12;

  private final Tag tag;
  private final int queryId;
  private final int payloadBytes;

  public FrameHeader(Tag tag, int queryId, int payloadBytes) {
    this.tag = tag;
    this.queryId = queryId;
    this.payloadBytes = payloadBytes;
  }

  public Tag tag() {
    return tag;
  }

  /** An unsigned number; 0 is the connection. */
  public int queryId() {
    return queryId;
  }

  public int payloadBytes() {
    return payloadBytes;
  }

  /**
   * Reads the next 12 bytes.
   *
   * @param frameBytesMax the reader's limit for a payload
   * @throws WireException PROTOCOL for an unknown tag, a flag, or a query id where none belongs;
   *     FRAME_TOO_LARGE
   */
  public static FrameHeader read(ByteBuffer in, int frameBytesMax) {
    ByteBuffer bytes = in.slice().order(ByteOrder.LITTLE_ENDIAN);
    int payloadBytes = bytes.getInt(0);
    Tag tag = Tag.of(bytes.get(4) & 0xff);
    int flagsAndReserved = (bytes.get(5) & 0xff) | bytes.getShort(6) << 8;
    int queryId = bytes.getInt(8);
    if (flagsAndReserved != 0) {
      throw WireException.malformed("Unknown flags or reserved bits in a frame of " + tag);
    }
    if (!tag.allows(queryId)) {
      throw WireException.malformed(
          "Query id " + Integer.toUnsignedString(queryId) + " in a frame of " + tag);
    }
    if (payloadBytes < 0 || payloadBytes > frameBytesMax) {
      throw new WireException(
          Fault.FRAME_TOO_LARGE,
          "frameBytes: "
              + Integer.toUnsignedString(payloadBytes)
              + " (expected: <= "
              + frameBytesMax
              + ")");
    }
    in.position(in.position() + BYTES);
    return new FrameHeader(tag, queryId, payloadBytes);
  }

  /** Writes 12 bytes. */
  public void write(ByteBuffer out) {
    ByteBuffer bytes = out.slice().order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(0, payloadBytes);
    bytes.put(4, (byte) tag.number());
    bytes.put(5, (byte) 0);
    bytes.putShort(6, (short) 0);
    bytes.putInt(8, queryId);
    out.position(out.position() + BYTES);
  }

  @Override
  public String toString() {
    return tag + " " + Integer.toUnsignedString(queryId) + " (" + payloadBytes + " bytes)";
  }
}
