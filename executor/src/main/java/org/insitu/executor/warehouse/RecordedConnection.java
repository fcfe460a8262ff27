/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.warehouse;

import java.util.ArrayList;
import java.util.List;

/**
 * A connection that keeps the text of each statement it runs.
 *
 * <p><b>Ownership:</b> of the statements; {@link #close} forgets them.
 */
public final class RecordedConnection extends ForwardingConnection {
  private final List<String> statements = new ArrayList<>();

  public RecordedConnection(WarehouseConnection connection) {
    super(connection);
  }

  /** What was run, in order. */
  public List<String> statements() {
    return List.copyOf(statements);
  }

  @Override
  public Answer execute(String sql, List<Object> parameters) {
    statements.add(sql);
    return super.execute(sql, parameters);
  }

  @Override
  public void tidy(String sql) {
    statements.add(sql);
    super.tidy(sql);
  }

  @Override
  public void close() {
    statements.clear();
  }
}
