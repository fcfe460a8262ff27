/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Constants of the protocol. */
public final class Wire {
  /** Changes when an old peer could not understand a new one. */
  public static final int MAJOR = 1;

  /** Changes when something was added. */
  public static final int MINOR = 1;

  /** The minor version that added {@link Execute#CHAINED}. */
  public static final int MINOR_OF_CHAINS = 1;

  public static final int DEFAULT_PORT = 7878;

  /** Bytes of the preamble: {@code INSITU} and the major version. */
  public static final int PREAMBLE_BYTES = 8;

  /** The smallest limit a peer may set. */
  public static final int FRAME_BYTES_FLOOR = 1 << 16;

  /** What a peer accepts unless it says otherwise. */
  public static final int FRAME_BYTES_DEFAULT = 1 << 24;

  public static final int NESTING_MAX = 32;
  public static final int COLUMNS_MAX = 1 << 16;
  public static final int PARAMETERS_MAX = (1 << 16) - 1;

  private static final byte[] MAGIC = "INSITU".getBytes(StandardCharsets.US_ASCII);

  private Wire() {}

  /** The client's first bytes. */
  public static byte[] preamble() {
    return preamble(MAJOR);
  }

  /** The first bytes of a client of some major version. */
  public static byte[] preamble(int major) {
    byte[] bytes = new byte[PREAMBLE_BYTES];
    System.arraycopy(MAGIC, 0, bytes, 0, MAGIC.length);
    bytes[6] = (byte) major;
    bytes[7] = (byte) (major >>> 8);
    return bytes;
  }

  /** Whether these first bytes of a connection, one or more, may be the beginning of a preamble. */
  public static boolean mayBePreamble(ByteBuffer firstBytes) {
    int known = Math.min(firstBytes.remaining(), MAGIC.length);
    for (int i = 0; i < known; i++) {
      if (firstBytes.get(firstBytes.position() + i) != MAGIC[i]) {
        return false;
      }
    }
    return true;
  }

  /** The major version in a complete preamble. */
  public static int majorVersion(ByteBuffer preamble) {
    int at = preamble.position() + MAGIC.length;
    return (preamble.get(at) & 0xff) | (preamble.get(at + 1) & 0xff) << 8;
  }
}
