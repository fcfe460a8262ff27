/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.insitu.planner.QueryPlanner.Planned;

/** The plans of a session's latest queries, by text; one made of older definitions is not found. */
final class PlanCache {
  private final Map<String, Cached> entries;

  private record Cached(long catalogVersion, Planned plan) {}

  PlanCache(int capacity) {
    this.entries =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Cached> eldest) {
            return size() > capacity;
          }
        };
  }

  synchronized Optional<Planned> get(String sql, long catalogVersion) {
    Cached entry = entries.get(sql);
    return entry == null || entry.catalogVersion() != catalogVersion
        ? Optional.empty()
        : Optional.of(entry.plan());
  }

  synchronized void put(String sql, long catalogVersion, Planned plan) {
    entries.put(sql, new Cached(catalogVersion, plan));
  }

  synchronized void clear() {
    entries.clear();
  }
}
