/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.testing;

import java.util.List;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.types.pojo.Schema;
import org.insitu.executor.warehouse.Answer;
import org.jspecify.annotations.Nullable;

/** The answer of an update. */
record CountAnswer(long updateCount) implements Answer {

  @Override
  public Schema schema() {
    return new Schema(List.of());
  }

  @Override
  public boolean next() {
    return false;
  }

  @Override
  public VectorSchemaRoot batch() {
    throw new IllegalStateException("no rows");
  }

  @Override
  public @Nullable Dictionary dictionary(long id) {
    return null;
  }

  @Override
  public void close() {}
}
