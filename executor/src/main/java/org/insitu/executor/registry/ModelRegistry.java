/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.registry;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import org.insitu.executor.registry.ModelEntry.VersionInfo;
import org.insitu.executor.warehouse.WarehouseConnection;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.planner.catalog.ModelVersion;

/**
 * The models of one warehouse file.
 *
 * <p>Every change is one transaction of the file; what it says is in memory only after the commit,
 * so that a killed process comes back with all of a change or none. A model's name is matched
 * without regard to case.
 *
 * <p><b>Threads:</b> safe; changes wait for one another, readers never wait.
 */
public final class ModelRegistry implements AutoCloseable {
  private final RegistryStore store;
  private final ConcurrentSkipListMap<String, ModelEntry> entries = new ConcurrentSkipListMap<>();
  private final ConcurrentHashMap<VersionKey, ModelVersion> loaded = new ConcurrentHashMap<>();
  private volatile long changes;

  /** A version; a trial of it, but for the best one, when that is not 0. */
  private record VersionKey(String key, long number, long trial) {
    VersionKey(String key, long number) {
      this(key, number, 0);
    }
  }

  private ModelRegistry(RegistryStore store) {
    this.store = store;
    store.load().forEach(entry -> entries.put(key(entry.definition().name()), entry));
  }

  /** Opens the registry inside this database; takes the connection over. */
  public static ModelRegistry open(WarehouseConnection connection) {
    return new ModelRegistry(RegistryStore.open(connection));
  }

  /** Grows with every change: what was planned under an older number may be stale. */
  public long changes() {
    return changes;
  }

  public List<ModelEntry> entries() {
    return List.copyOf(entries.values());
  }

  public Optional<ModelEntry> find(String name) {
    return Optional.ofNullable(entries.get(key(name)));
  }

  /** The model whose FUNCTION has this name. */
  public Optional<ModelEntry> byFunction(String function) {
    return entries.values().stream()
        .filter(e -> e.definition().functionName().filter(function::equalsIgnoreCase).isPresent())
        .findFirst();
  }

  /** Reads a version; kept in memory from then on. */
  public ModelVersion version(ModelEntry entry, long number) {
    VersionKey version = new VersionKey(key(entry.definition().name()), number);
    return loaded.computeIfAbsent(
        version, k -> store.version(k.key(), entry.definition().name(), k.number()));
  }

  /**
   * Reads another trial than the best of a tuned version; kept in memory from then on.
   *
   * @return empty when the version has no model of this trial
   */
  public Optional<ModelVersion> trial(ModelVersion version, long trial) {
    String key = key(version.model());
    return Optional.ofNullable(
        loaded.computeIfAbsent(
            new VersionKey(key, version.number(), trial),
            k -> store.trial(key, version, trial).orElse(null)));
  }

  /** Makes a model without a fit; replaces the definition of one that exists. */
  public synchronized void define(ModelDefinition definition) {
    ModelEntry old = entries.get(key(definition.name()));
    requireFreeFunction(definition);
    ModelEntry made =
        old == null ? ModelEntry.unfitted(definition, now()) : old.withDefinition(definition);
    store.transaction(() -> store.writeModel(key(definition.name()), made));
    put(made);
  }

  /**
   * Keeps a fit as the model's next version and makes it the default, in one transaction.
   *
   * @param mayExist whether a model of this name may be there already
   * @throws InsituException MODEL_EXISTS when it may not and meanwhile is
   */
  public synchronized ModelVersion add(
      ModelDefinition definition, NewVersion version, boolean mayExist) {
    String key = key(definition.name());
    ModelEntry old = entries.get(key);
    if (old != null && !mayExist) {
      throw exists(definition.name());
    }
    requireFreeFunction(definition);
    Instant now = now();
    ModelEntry defined =
        old == null ? ModelEntry.unfitted(definition, now) : old.withDefinition(definition);
    TreeMap<Long, VersionInfo> versions = new TreeMap<>(defined.versions());
    long number = versions.isEmpty() ? 1 : versions.lastKey() + 1;
    versions.put(
        number,
        new VersionInfo(number, version.modelType(), now, version.rowsTrained(), version.loss()));
    ModelEntry made = defined.withVersions(versions).withDefault(number);
    store.transaction(
        () -> {
          store.writeVersion(key, versions.get(number), version);
          store.writeModel(key, made);
        });
    put(made);
    return version(made, number);
  }

  public synchronized void drop(ModelEntry entry) {
    String key = key(entry.definition().name());
    store.transaction(() -> store.deleteModel(key));
    entries.remove(key);
    loaded.keySet().removeIf(k -> k.key().equals(key));
    changes++;
  }

  /** Drops one version; the default only when it is the last one. */
  public synchronized void dropVersion(ModelEntry entry, long number) {
    if (entry.versions().size() == 1) {
      drop(entry);
      return;
    }
    if (entry.defaultVersion().orElse(0) == number) {
      throw InsituException.of(
              ErrorCode.MODEL_EXISTS,
              "Version %d is the default of model '%s' and serves."
                  .formatted(number, entry.definition().name()))
          .hint("ALTER MODEL ... SET DEFAULT VERSION another one first.");
    }
    String key = key(entry.definition().name());
    TreeMap<Long, VersionInfo> versions = new TreeMap<>(entry.versions());
    versions.remove(number);
    Map<String, Long> aliases = new HashMap<>(entry.aliases());
    aliases.values().removeIf(v -> v == number);
    ModelEntry made = entry.withVersions(versions).withAliases(aliases);
    store.transaction(
        () -> {
          store.deleteVersion(key, number);
          store.writeModel(key, made);
        });
    loaded.keySet().removeIf(k -> k.key().equals(key) && k.number() == number);
    put(made);
  }

  public synchronized void setDefault(ModelEntry entry, long number) {
    rewrite(entry.withDefault(number));
  }

  public synchronized void setAlias(ModelEntry entry, String alias, long number) {
    Map<String, Long> aliases = new HashMap<>(entry.aliases());
    aliases.put(alias.toLowerCase(Locale.ROOT), number);
    rewrite(entry.withAliases(aliases));
  }

  /** Says something else about a model. */
  public synchronized void annotate(ModelEntry entry, UnaryOperator<ModelNotes> change) {
    rewrite(entry.withNotes(change.apply(entry.notes())));
  }

  public synchronized void rename(ModelEntry entry, String name) {
    if (entries.containsKey(key(name))) {
      throw exists(name);
    }
    ModelDefinition old = entry.definition();
    ModelEntry made = entry.withDefinition(old.withName(name));
    store.transaction(() -> store.rename(key(old.name()), key(name), made));
    entries.remove(key(old.name()));
    loaded.keySet().removeIf(k -> k.key().equals(key(old.name())));
    put(made);
  }

  private void rewrite(ModelEntry made) {
    store.transaction(() -> store.writeModel(key(made.definition().name()), made));
    put(made);
  }

  private void put(ModelEntry made) {
    entries.put(key(made.definition().name()), made);
    changes++;
  }

  private void requireFreeFunction(ModelDefinition definition) {
    definition
        .functionName()
        .flatMap(this::byFunction)
        .filter(other -> !key(other.definition().name()).equals(key(definition.name())))
        .ifPresent(
            other -> {
              throw InsituException.of(
                      ErrorCode.MODEL_EXISTS,
                      "Function '%s' belongs to model '%s'."
                          .formatted(
                              definition.functionName().orElseThrow(), other.definition().name()))
                  .hint("Give FUNCTION another name.");
            });
  }

  public static InsituException exists(String name) {
    return InsituException.of(
            ErrorCode.MODEL_EXISTS, "A model named '%s' exists already.".formatted(name))
        .hint(
            "CREATE OR REPLACE MODEL makes a new version of it; CREATE MODEL IF NOT EXISTS keeps"
                + " it.");
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** The names that a statement could have meant, for hints. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    entries.values().forEach(e -> names.add(e.definition().name()));
    return names;
  }

  @Override
  public void close() {
    store.close();
  }
}
