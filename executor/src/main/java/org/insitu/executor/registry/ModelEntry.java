/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.registry;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A model as the registry knows it at one moment; immutable.
 *
 * @param defaultVersion the one that serves; none before the first fit
 * @param versions the numbers that exist and when each was fitted
 * @param aliases names for versions
 */
public record ModelEntry(
    ModelDefinition definition,
    Instant createdAt,
    OptionalLong defaultVersion,
    SortedMap<Long, VersionInfo> versions,
    Map<String, Long> aliases) {
  public ModelEntry {
    versions = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(versions));
    aliases = Map.copyOf(aliases);
  }

  /** What SHOW VERSIONS tells of a version. */
  public record VersionInfo(
      long number, String modelType, Instant createdAt, long rowsTrained, double loss) {}
}
