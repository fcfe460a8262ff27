/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.registry;

import java.time.Instant;
import java.util.Collections;
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
 * @param notes what people say about it
 */
public record ModelEntry(
    ModelDefinition definition,
    Instant createdAt,
    OptionalLong defaultVersion,
    SortedMap<Long, VersionInfo> versions,
    Map<String, Long> aliases,
    ModelNotes notes) {
  public ModelEntry {
    definition = definition.withoutDescription();
    versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
    aliases = Map.copyOf(aliases);
  }

  /** A model of this definition that was never fitted. */
  static ModelEntry unfitted(ModelDefinition definition, Instant createdAt) {
    return new ModelEntry(
        definition,
        createdAt,
        OptionalLong.empty(),
        Collections.emptySortedMap(),
        Map.of(),
        ModelNotes.NONE.withDescription(definition.description().orElse("")));
  }

  /** The same model, defined anew. */
  ModelEntry withDefinition(ModelDefinition other) {
    ModelNotes said = other.description().map(notes::withDescription).orElse(notes);
    return new ModelEntry(other, createdAt, defaultVersion, versions, aliases, said);
  }

  ModelEntry withDefault(long number) {
    return new ModelEntry(definition, createdAt, OptionalLong.of(number), versions, aliases, notes);
  }

  ModelEntry withVersions(Map<Long, VersionInfo> others) {
    return new ModelEntry(
        definition, createdAt, defaultVersion, new TreeMap<>(others), aliases, notes);
  }

  ModelEntry withAliases(Map<String, Long> others) {
    return new ModelEntry(definition, createdAt, defaultVersion, versions, others, notes);
  }

  ModelEntry withNotes(ModelNotes others) {
    return new ModelEntry(definition, createdAt, defaultVersion, versions, aliases, others);
  }

  /** What SHOW VERSIONS tells of a version. */
  public record VersionInfo(
      long number, String modelType, Instant createdAt, long rowsTrained, double loss) {}
}
