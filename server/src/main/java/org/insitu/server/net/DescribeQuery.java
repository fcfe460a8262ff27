/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net;

import org.insitu.jdbc.wire.Described;
import org.insitu.jdbc.wire.Message;
import org.insitu.server.net.batch.BatchEncoder;
import org.insitu.server.session.Session;

/** A DESCRIBE: one answer, nothing to stop. */
final class DescribeQuery implements Job, Query {
  private final int queryId;
  private final String sql;
  private final QueryAccess access;
  private boolean gone;

  DescribeQuery(int queryId, String sql, QueryAccess access) {
    this.queryId = queryId;
    this.sql = sql;
    this.access = access;
  }

  @Override
  public boolean step() {
    Message answer = answer();
    access.loop().execute(() -> end(answer));
    return true;
  }

  private Message answer() {
    try {
      Session.Description known = access.session().describe(sql);
      return new Described(known.parameterCount(), BatchEncoder.columns(known.result()));
    } catch (Throwable e) {
      // Throwable: whatever a statement does, its client hears of it and the worker lives on.
      return Failures.of(e);
    }
  }

  private void end(Message answer) {
    if (!gone) {
      access.client().send(queryId, answer);
      access.ended().run();
    }
  }

  @Override
  public void credit(int batches) {}

  @Override
  public void stop(Stop reason) {
    if (reason == Stop.GONE) {
      gone = true;
      access.queue().remove(this);
      access.ended().run();
    }
  }

  @Override
  public void drain() {}
}
