/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net;

import java.util.concurrent.ScheduledExecutorService;
import org.insitu.server.session.Session;

/**
 * What a query needs of its connection.
 *
 * @param loop the event loop
 * @param ended called on the event loop behind the query's last message
 */
record QueryAccess(
    Client client,
    SessionSlot slot,
    SessionQueue queue,
    ScheduledExecutorService loop,
    ServerLimits limits,
    Runnable ended) {

  Session session() {
    return slot.get();
  }
}
