/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.session;

/** One running engine: a warehouse, a registry, planner caches. Closed last. */
public interface Engine extends AutoCloseable {

  Session openSession();

  @Override
  void close();
}
