/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.testing;

import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.dictionary.DictionaryProvider;
import org.apache.arrow.vector.types.pojo.Schema;
import org.insitu.executor.warehouse.Answer;
import org.jspecify.annotations.Nullable;

/** One batch that was made elsewhere; closing the answer closes it. */
public final class RootAnswer implements Answer {
  private final VectorSchemaRoot root;
  private final DictionaryProvider dictionaries;
  private boolean given;

  public RootAnswer(VectorSchemaRoot root, DictionaryProvider dictionaries) {
    this.root = root;
    this.dictionaries = dictionaries;
  }

  @Override
  public Schema schema() {
    return root.getSchema();
  }

  @Override
  public long updateCount() {
    return -1;
  }

  @Override
  public boolean next() {
    boolean first = !given;
    given = true;
    return first;
  }

  @Override
  public VectorSchemaRoot batch() {
    return root;
  }

  @Override
  public @Nullable Dictionary dictionary(long id) {
    return dictionaries.lookup(id);
  }

  @Override
  public void close() {
    root.close();
  }
}
