/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net;

import java.util.List;
import java.util.Map;
import org.insitu.executor.warehouse.Answer;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.error.Position;
import org.insitu.parser.option.Setting;
import org.insitu.server.session.Engine;
import org.insitu.server.session.Session;
import org.insitu.server.session.StatementListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The session of a connection, between the job that opens it and the job that closes it.
 *
 * <p><b>Threads:</b> any.
 */
final class SessionSlot {
  private static final Logger log = LoggerFactory.getLogger(SessionSlot.class);
  private static final String LEX = "lex";

  private volatile @Nullable Session session;

  /** The open session; the jobs' order makes sure of it. */
  Session get() {
    Session open = session;
    if (open == null) {
      throw new IllegalStateException("the session is not open");
    }
    return open;
  }

  /**
   * Opens it, as the client wants it.
   *
   * @param properties of HELLO; {@code schema} becomes the default schema, {@code lex} the lexical
   *     rules of statements
   * @return the properties of WELCOME: {@code lex}, where it was asked for
   */
  Map<String, String> open(Engine engine, Map<String, String> properties) {
    Session opened = engine.openSession();
    session = opened;
    String schema = properties.getOrDefault("schema", "");
    if (!schema.isEmpty()) {
      set(opened, "schema", schema);
    }
    String lex = properties.getOrDefault(LEX, "");
    if (lex.isEmpty()) {
      return Map.of();
    }
    try {
      // The last one: what follows is read by it.
      set(opened, Setting.LEX.name(), lex);
    } catch (InsituException e) {
      // No place: the client wrote no statement.
      throw e.at(Position.NONE);
    }
    return Map.of(LEX, lex);
  }

  private static void set(Session session, String setting, String value) {
    String sql = "SET " + setting + " = '" + value.replace("'", "''") + "'";
    try (Answer done = session.execute(sql, List.of(), StatementListener.SILENT)) {
      done.updateCount();
    }
  }

  /** Closes it, if it was opened. */
  void close() {
    Session open = session;
    session = null;
    if (open != null) {
      try {
        open.close();
      } catch (RuntimeException e) {
        log.warn("A session did not close cleanly; its resources may stay until the end", e);
      }
    }
  }
}
