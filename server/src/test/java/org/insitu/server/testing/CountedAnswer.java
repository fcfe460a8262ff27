/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.testing;

import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.types.pojo.Schema;
import org.insitu.executor.warehouse.Answer;
import org.jspecify.annotations.Nullable;

/** An answer that tells when it is closed, and insists on being closed once. */
final class CountedAnswer implements Answer {
  private final Answer answer;
  private final Runnable closed;
  private boolean open = true;

  CountedAnswer(Answer answer, Runnable closed) {
    this.answer = answer;
    this.closed = closed;
  }

  @Override
  public Schema schema() {
    return answer.schema();
  }

  @Override
  public long updateCount() {
    return answer.updateCount();
  }

  @Override
  public boolean next() {
    if (!open) {
      throw new IllegalStateException("the answer is closed");
    }
    return answer.next();
  }

  @Override
  public VectorSchemaRoot batch() {
    return answer.batch();
  }

  @Override
  public @Nullable Dictionary dictionary(long id) {
    return answer.dictionary(id);
  }

  @Override
  public void close() {
    if (!open) {
      throw new IllegalStateException("closed twice");
    }
    open = false;
    answer.close();
    closed.run();
  }
}
