/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net.batch;

import org.apache.arrow.vector.FieldVector;

/** Plans the node, the buffers and the children of one column for a frame. */
@FunctionalInterface
interface ColumnWriter {

  /**
   * Adds this column.
   *
   * @param vector the column's vector in the batch at hand
   * @param from the first value
   * @param count how many; 0 only in children
   */
  void plan(FieldVector vector, int from, int count, BatchPlan plan);
}
