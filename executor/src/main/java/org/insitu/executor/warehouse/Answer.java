/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.warehouse;

import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.dictionary.Dictionary;
import org.apache.arrow.vector.types.pojo.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a statement: a stream of batches, or a count of changed rows.
 *
 * <p><b>Ownership:</b> the batch belongs to the answer and is overwritten by the next {@link
 * #next}; closing the answer frees everything and stops what still runs.
 */
public interface Answer extends AutoCloseable {

  /** Key in a column's metadata: the warehouse's own name of a type that Arrow has no name for. */
  String TYPE_NAME = "insitu.type";

  /** The columns; none when the statement answers with a count. */
  Schema schema();

  /** Rows changed by an update, -1 for a query or when the warehouse does not say. */
  long updateCount();

  /** Loads the next batch into {@link #batch}; false at the end. */
  boolean next();

  /** The batch loaded by {@link #next}. */
  VectorSchemaRoot batch();

  /** The values of a dictionary-encoded column (an ENUM), by the id its field names. */
  @Nullable Dictionary dictionary(long id);

  @Override
  void close();
}
