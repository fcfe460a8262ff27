/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.warehouse;

/** A place with tables. Owns its connections' common resources; closed last. */
public interface Warehouse extends AutoCloseable {

  /** Opens a connection: one session's own transaction scope and temporary tables. */
  WarehouseConnection connect();

  @Override
  void close();
}
