/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.session;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How an engine is opened.
 *
 * @param database the file of the durable warehouse and registry, made when absent; empty for one
 *     in memory that ends with the engine
 * @param plansCached how many planned statements a session remembers
 */
public record EngineConfig(Optional<Path> database, int plansCached) {
  private static final int PLANS_CACHED = 256;

  public EngineConfig {
    if (plansCached < 0) {
      throw new IllegalArgumentException("plansCached: " + plansCached + " (expected: >= 0)");
    }
  }

  public static EngineConfig inMemory() {
    return new EngineConfig(Optional.empty(), PLANS_CACHED);
  }

  public static EngineConfig of(Path database) {
    return new EngineConfig(Optional.of(database), PLANS_CACHED);
  }
}
