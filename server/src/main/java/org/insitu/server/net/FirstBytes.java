/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.insitu.jdbc.wire.Wire;

/** What the first bytes of a connection say about its protocol. */
enum FirstBytes {
  /** Too few to tell. */
  MORE_NEEDED,
  /** Our preamble, all of it. */
  INSITU,
  HTTP,
  /** A start-up message, or one that asks for encryption. */
  POSTGRESQL,
  TLS,
  UNKNOWN;

  /**
   * Codes of PostgreSQL's first message: version 3.x, cancel, TLS, GSSAPI.
   *
   * <p><b>Source:</b> PostgreSQL's manual, 55.7 Message Formats.
   */
  private static final List<Integer> POSTGRESQL_REQUESTS = List.of(80877102, 80877103, 80877104);

  private static final int POSTGRESQL_MAJOR = 3;
  private static final byte TLS_HANDSHAKE = 0x16;
  private static final List<String> HTTP_METHODS =
      List.of("GET ", "HEAD ", "POST ", "PUT ", "DELETE ", "OPTIONS ", "PATCH ", "TRACE ");

  /** Looks at the bytes without taking them. */
  static FirstBytes of(ByteBuffer bytes) {
    if (!bytes.hasRemaining()) {
      return MORE_NEEDED;
    }
    if (Wire.mayBePreamble(bytes)) {
      return bytes.remaining() >= Wire.PREAMBLE_BYTES ? INSITU : MORE_NEEDED;
    }
    int at = bytes.position();
    if (bytes.get(at) == TLS_HANDSHAKE) {
      return TLS;
    }
    if (bytes.get(at) == 0) {
      return bytes.remaining() >= 8 ? postgresql(bytes.getInt(at + 4)) : MORE_NEEDED;
    }
    return http(bytes);
  }

  private static FirstBytes postgresql(int request) {
    boolean known = request >>> 16 == POSTGRESQL_MAJOR || POSTGRESQL_REQUESTS.contains(request);
    return known ? POSTGRESQL : UNKNOWN;
  }

  private static FirstBytes http(ByteBuffer bytes) {
    for (String method : HTTP_METHODS) {
      byte[] letters = method.getBytes(StandardCharsets.US_ASCII);
      int length = Math.min(letters.length, bytes.remaining());
      if (bytes.slice(bytes.position(), length).equals(ByteBuffer.wrap(letters, 0, length))) {
        return length == letters.length ? HTTP : MORE_NEEDED;
      }
    }
    return UNKNOWN;
  }
}
