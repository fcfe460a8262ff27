/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.net;

import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.insitu.jdbc.wire.BatchWriter;
import org.insitu.jdbc.wire.Column;

/** Where a result set's batches come from. */
public interface Rows {

  List<Column> columns();

  /** The next batch, null at the end; the one before must not be read any more. */
  Batch next() throws SQLException;

  /** Gives up the rest. */
  void close() throws SQLException;

  /** The warnings since the last call. */
  List<String> takeNotices();

  /** Rows that the driver knows by itself. */
  static Rows of(List<Column> columns, List<? extends List<?>> values) {
    return new Rows() {
      private boolean read = values.isEmpty();

      @Override
      public List<Column> columns() {
        return columns;
      }

      @Override
      public Batch next() {
        if (read) {
          return null;
        }
        read = true;
        byte[] payload = BatchWriter.payload(columns, values);
        return new Batch(payload, payload.length);
      }

      @Override
      public void close() {
        read = true;
      }

      @Override
      public List<String> takeNotices() {
        return Collections.emptyList();
      }
    };
  }
}
