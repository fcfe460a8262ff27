/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.net;

import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.insitu.jdbc.wire.Complete;
import org.insitu.jdbc.wire.Described;
import org.insitu.jdbc.wire.Failure;
import org.insitu.jdbc.wire.Fault;
import org.insitu.jdbc.wire.FrameHeader;
import org.insitu.jdbc.wire.Notice;
import org.insitu.jdbc.wire.Pong;
import org.insitu.jdbc.wire.Progress;
import org.insitu.jdbc.wire.ResultSchema;
import org.insitu.jdbc.wire.WireException;
import org.insitu.jdbc.wire.WireReader;

/** Hands what arrives to the queries that are open. <b>Threads:</b> guarded by its line's lock. */
final class Dispatcher {
  private final Map<Integer, Query> queries = new HashMap<>();
  private final List<String> notices = new ArrayList<>();
  private long lastPong;

  void opened(Query query) {
    queries.put(query.id(), query);
  }

  /** Forgets a query that was never sent. */
  void notSent(Query query) {
    queries.remove(query.id());
  }

  /** Ends all queries. */
  void failAll(SQLException reason) {
    for (Query query : queries.values()) {
      query.failed(reason);
    }
    queries.clear();
  }

  /** The highest token that came back. */
  long lastPong() {
    return lastPong;
  }

  List<String> takeNotices() {
    List<String> taken = new ArrayList<>(notices);
    notices.clear();
    return taken;
  }

  /**
   * Takes a frame.
   *
   * @return whether the payload was kept
   * @throws SQLException the server's fatal error
   * @throws WireException for a frame that breaks the protocol
   */
  boolean dispatch(FrameHeader header, byte[] payload) throws SQLException {
    WireReader reader = new WireReader(ByteBuffer.wrap(payload, 0, header.payloadBytes()));
    if (header.queryId() == 0) {
      dispatchToLine(header, reader);
      return false;
    }
    Query query = queries.get(header.queryId());
    if (query == null) {
      throw new WireException(Fault.PROTOCOL, header + " for a query that is not open");
    }
    switch (header.tag()) {
      case BATCH:
        query.checkBatchExpected();
        if (query.isAbandoned()) {
          return false;
        }
        query.arrived(new Batch(payload, header.payloadBytes()));
        return true;
      case SCHEMA:
        query.arrived(ResultSchema.read(reader).columns());
        return false;
      case PROGRESS:
        query.arrived(Progress.read(reader));
        return false;
      case NOTICE:
        query.arrived(Notice.read(reader).text());
        return false;
      case COMPLETE:
        query.ended(Complete.read(reader));
        break;
      case DESCRIBED:
        query.ended(Described.read(reader));
        break;
      case ERROR:
        query.failed(SqlErrors.of(Failure.read(reader)));
        break;
      default:
        throw unexpected(header);
    }
    queries.remove(header.queryId());
    return false;
  }

  private void dispatchToLine(FrameHeader header, WireReader reader) throws SQLException {
    switch (header.tag()) {
      case PONG:
        lastPong = Pong.read(reader).token();
        break;
      case NOTICE:
        addNotice(Notice.read(reader).text());
        break;
      case ERROR:
        throw SqlErrors.of(Failure.read(reader));
      default:
        throw unexpected(header);
    }
  }

  private void addNotice(String text) {
    if (notices.size() < Query.NOTICES_MAX) {
      notices.add(text);
    }
  }

  private static WireException unexpected(FrameHeader header) {
    return new WireException(Fault.PROTOCOL, header + " was not expected");
  }
}
