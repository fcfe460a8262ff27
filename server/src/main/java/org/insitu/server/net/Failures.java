/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net;

import java.util.UUID;
import org.insitu.jdbc.wire.Failure;
import org.insitu.jdbc.wire.WireException;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Exceptions as ERROR messages. */
final class Failures {
  private static final Logger log = LoggerFactory.getLogger(Failures.class);

  /** Made beforehand, for when nothing can be made any more. */
  private static final Failure LAST_RESORT =
      new Failure(
          ErrorCode.INTERNAL.number(),
          ErrorCode.INTERNAL.sqlState(),
          0,
          0,
          "Internal error; the server could not even describe it.",
          ErrorCode.INTERNAL.remedy());

  private static final int TEXT_CHARS_MAX = 16_000;

  private Failures() {}

  /**
   * What a client is told. What is not made for users becomes INTERNAL with a number under which
   * the log has the rest.
   */
  static Failure of(Throwable cause) {
    return switch (cause) {
      case InsituException e ->
          new Failure(
              e.code().number(),
              e.sqlState(),
              e.position().line(),
              e.position().column(),
              shortened(e.getMessage()),
              shortened(e.hint()));
      case WireException e ->
          new Failure(
              e.fault().code(),
              e.fault().sqlState(),
              0,
              0,
              shortened(String.valueOf(e.getMessage())),
              "");
      default -> internal(cause);
    };
  }

  static Failure of(ErrorCode code, String message) {
    return of(InsituException.of(code, message));
  }

  private static Failure internal(Throwable cause) {
    try {
      String id = UUID.randomUUID().toString().substring(0, 8);
      log.error("Internal error {}", id, cause);
      return of(
          ErrorCode.INTERNAL,
          "Internal error " + id + " (" + cause.getClass().getSimpleName() + ").");
    } catch (Throwable broken) {
      // Out of memory, or a class that is gone: the client must not wait for ever.
      return LAST_RESORT;
    }
  }

  private static String shortened(String text) {
    return text.length() <= TEXT_CHARS_MAX ? text : text.substring(0, TEXT_CHARS_MAX) + " …";
  }
}
