/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net;

import org.insitu.executor.warehouse.Answer;
import org.insitu.server.session.Session;
import org.insitu.server.session.StatementListener;

/**
 * What a client asks for by EXECUTE or METADATA.
 *
 * @param credits batches it takes at first
 * @param batchRowsMax 0: as the server likes
 * @param rowsMax 0: all
 * @param timeoutMillis 0: never
 */
record RowsRequest(
    int queryId,
    int credits,
    int batchRowsMax,
    long rowsMax,
    long timeoutMillis,
    Source source,
    StatementListener listener) {

  /** Begins the answer; on a worker. */
  @FunctionalInterface
  interface Source {
    Answer open(Session session, StatementListener listener);
  }
}
