/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.registry;

import java.util.Map;

/**
 * What people say about a model; no fit depends on it.
 *
 * @param description empty for none
 * @param labels keys and values, for people and tools to sort models by
 */
public record ModelNotes(String description, Map<String, String> labels) {
  /** Nothing said. */
  public static final ModelNotes NONE = new ModelNotes("", Map.of());

  public ModelNotes {
    labels = Map.copyOf(labels);
  }

  public ModelNotes withDescription(String other) {
    return new ModelNotes(other, labels);
  }

  public ModelNotes withLabels(Map<String, String> other) {
    return new ModelNotes(description, other);
  }
}
