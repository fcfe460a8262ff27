/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.registry;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.insitu.executor.registry.ModelEntry.VersionInfo;
import org.insitu.executor.warehouse.Scalars;
import org.insitu.executor.warehouse.WarehouseConnection;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.planner.catalog.ModelVersion;
import org.insitu.udf.artefact.Artefact;
import org.insitu.udf.artefact.ArtefactException;
import org.insitu.udf.artefact.ModelCodec;
import org.insitu.udf.artefact.StoredModel;
import org.jspecify.annotations.Nullable;

/** The registry's tables and the SQL that reads and writes them; its caller serialises changes. */
final class RegistryStore implements AutoCloseable {
  private static final List<String> SCHEMA =
      List.of(
          "CREATE SCHEMA IF NOT EXISTS insitu",
          """
          CREATE TABLE IF NOT EXISTS insitu.models (
            key VARCHAR PRIMARY KEY, name VARCHAR NOT NULL, model_type VARCHAR NOT NULL,
            function_name VARCHAR, statement VARCHAR NOT NULL, created_at TIMESTAMP NOT NULL,
            default_version BIGINT, aliases VARCHAR NOT NULL,
            description VARCHAR, labels VARCHAR)\
          """,
          // A file of an earlier version has not got them yet.
          "ALTER TABLE insitu.models ADD COLUMN IF NOT EXISTS description VARCHAR",
          "ALTER TABLE insitu.models ADD COLUMN IF NOT EXISTS labels VARCHAR",
          """
          CREATE TABLE IF NOT EXISTS insitu.model_versions (
            key VARCHAR, version BIGINT, model_type VARCHAR NOT NULL, created_at TIMESTAMP NOT NULL,
            rows_trained BIGINT NOT NULL, loss DOUBLE, manifest VARCHAR NOT NULL,
            arrays BLOB NOT NULL, facts VARCHAR NOT NULL, forest_functions VARCHAR NOT NULL,
            PRIMARY KEY (key, version))\
          """,
          """
          CREATE TABLE IF NOT EXISTS insitu.model_trials (
            key VARCHAR, version BIGINT, trial_id BIGINT, manifest VARCHAR NOT NULL,
            arrays BLOB NOT NULL, facts VARCHAR NOT NULL, forest_functions VARCHAR NOT NULL,
            PRIMARY KEY (key, version, trial_id))\
          """);

  private final WarehouseConnection connection;

  private RegistryStore(WarehouseConnection connection) {
    this.connection = connection;
  }

  static RegistryStore open(WarehouseConnection connection) {
    RegistryStore store = new RegistryStore(connection);
    SCHEMA.forEach(store::run);
    return store;
  }

  /** All of the change, or none of it. */
  synchronized void transaction(Runnable change) {
    run("BEGIN TRANSACTION");
    try {
      change.run();
      run("COMMIT");
    } catch (RuntimeException e) {
      try {
        run("ROLLBACK");
      } catch (RuntimeException rollback) {
        e.addSuppressed(rollback);
      }
      throw e instanceof InsituException known && known.code() != ErrorCode.WAREHOUSE
          ? known
          : InsituException.of(
                  ErrorCode.REGISTRY, "The model registry was not changed: " + e.getMessage())
              .causedBy(e);
    }
  }

  synchronized List<ModelEntry> load() {
    Map<String, TreeMap<Long, VersionInfo>> versions = new HashMap<>();
    for (List<@Nullable Object> row :
        rows(
            "SELECT key, version, model_type, created_at, rows_trained, loss"
                + " FROM insitu.model_versions ORDER BY key, version")) {
      VersionInfo info =
          new VersionInfo(
              number(row.get(1)),
              text(row.get(2)),
              instant(row.get(3)),
              number(row.get(4)),
              row.get(5) instanceof Double loss ? loss : Double.NaN);
      versions.computeIfAbsent(text(row.get(0)), k -> new TreeMap<>()).put(info.number(), info);
    }
    List<ModelEntry> entries = new ArrayList<>();
    for (List<@Nullable Object> row :
        rows(
            "SELECT key, name, model_type, function_name, statement, created_at, default_version,"
                + " aliases, description, labels FROM insitu.models ORDER BY key")) {
      entries.add(
          new ModelEntry(
              new ModelDefinition(
                  text(row.get(1)),
                  text(row.get(2)),
                  Optional.ofNullable(row.get(3)).map(Object::toString),
                  text(row.get(4)),
                  Optional.empty()),
              instant(row.get(5)),
              row.get(6) instanceof Long number ? OptionalLong.of(number) : OptionalLong.empty(),
              versions.getOrDefault(text(row.get(0)), new TreeMap<>()),
              JsonMap.numbers(text(row.get(7))),
              new ModelNotes(
                  row.get(8) == null ? "" : text(row.get(8)),
                  row.get(9) == null ? Map.of() : JsonMap.texts(text(row.get(9))))));
    }
    return entries;
  }

  synchronized ModelVersion version(String key, String name, long number) {
    List<List<@Nullable Object>> rows =
        rows(
            "SELECT model_type, manifest, arrays, facts FROM insitu.model_versions"
                + " WHERE key = ? AND version = ?",
            key,
            number);
    if (rows.isEmpty()) {
      throw InsituException.of(
          ErrorCode.MODEL_VERSION_NOT_FOUND,
          "Model '%s' has no version %d.".formatted(name, number));
    }
    return version(name, number, rows.getFirst());
  }

  /** Another trial than the best of a tuned version; empty when it has none of this id. */
  synchronized Optional<ModelVersion> trial(String key, ModelVersion version, long trial) {
    List<List<@Nullable Object>> rows =
        rows(
            "SELECT ?, manifest, arrays, facts FROM insitu.model_trials"
                + " WHERE key = ? AND version = ? AND trial_id = ?",
            version.modelType(),
            key,
            version.number(),
            trial);
    return rows.stream().findFirst().map(row -> version(version.model(), version.number(), row));
  }

  /**
   * A version of a row of model type, manifest, arrays and facts.
   *
   * @throws InsituException ARTEFACT when they cannot be read
   */
  private static ModelVersion version(String name, long number, List<@Nullable Object> row) {
    try {
      StoredModel stored =
          ModelCodec.readStored(new Artefact(text(row.get(1)), (byte[]) row.get(2)));
      return new ModelVersion(
          name,
          number,
          text(row.get(0)),
          stored.transformation(),
          stored.function(),
          TableJson.read(text(row.get(3))));
    } catch (ArtefactException | IllegalArgumentException e) {
      throw InsituException.of(
              ErrorCode.ARTEFACT,
              "Version %d of model '%s' cannot be read: %s".formatted(number, name, e.getMessage()))
          .causedBy(e);
    }
  }

  void writeModel(String key, ModelEntry entry) {
    ModelDefinition definition = entry.definition();
    run(
        """
        INSERT OR REPLACE INTO insitu.models (key, name, model_type, function_name, statement,
          created_at, default_version, aliases, description, labels)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
        """,
        key,
        definition.name(),
        definition.modelType(),
        definition.functionName().orElse(null),
        definition.statement(),
        utc(entry.createdAt()),
        entry.defaultVersion().isPresent() ? entry.defaultVersion().getAsLong() : null,
        JsonMap.write(entry.aliases()),
        entry.notes().description(),
        JsonMap.write(entry.notes().labels()));
  }

  void writeVersion(String key, VersionInfo info, NewVersion version) {
    Artefact artefact = artefact(version, version.fitted());
    run(
        "INSERT INTO insitu.model_versions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        key,
        info.number(),
        info.modelType(),
        utc(info.createdAt()),
        info.rowsTrained(),
        info.loss(),
        artefact.manifest(),
        artefact.arrays(),
        TableJson.write(version.fitted().facts()),
        String.join(",", version.fitted().kernelFunctions()));
    version.trials().forEach((id, trial) -> writeTrial(key, info.number(), id, version, trial));
  }

  private void writeTrial(String key, long number, long id, NewVersion version, FittedModel trial) {
    Artefact artefact = artefact(version, trial);
    run(
        "INSERT INTO insitu.model_trials VALUES (?, ?, ?, ?, ?, ?, ?)",
        key,
        number,
        id,
        artefact.manifest(),
        artefact.arrays(),
        TableJson.write(trial.facts()),
        String.join(",", trial.kernelFunctions()));
  }

  private static Artefact artefact(NewVersion version, FittedModel model) {
    return ModelCodec.write(new StoredModel(version.transformation(), model.function()));
  }

  void deleteModel(String key) {
    run("DELETE FROM insitu.model_trials WHERE key = ?", key);
    run("DELETE FROM insitu.model_versions WHERE key = ?", key);
    run("DELETE FROM insitu.models WHERE key = ?", key);
  }

  void deleteVersion(String key, long number) {
    run("DELETE FROM insitu.model_trials WHERE key = ? AND version = ?", key, number);
    run("DELETE FROM insitu.model_versions WHERE key = ? AND version = ?", key, number);
  }

  void rename(String oldKey, String newKey, ModelEntry entry) {
    run("UPDATE insitu.model_trials SET key = ? WHERE key = ?", newKey, oldKey);
    run("UPDATE insitu.model_versions SET key = ? WHERE key = ?", newKey, oldKey);
    run("DELETE FROM insitu.models WHERE key = ?", oldKey);
    writeModel(newKey, entry);
  }

  private void run(String sql, @Nullable Object... parameters) {
    Scalars.run(connection, sql, parameters);
  }

  private List<List<@Nullable Object>> rows(String sql, @Nullable Object... parameters) {
    return Scalars.rows(connection, sql, parameters);
  }

  private static String text(@Nullable Object value) {
    return String.valueOf(value);
  }

  private static long number(@Nullable Object value) {
    return value instanceof Number number ? number.longValue() : 0;
  }

  private static Instant instant(@Nullable Object value) {
    return value instanceof LocalDateTime time ? time.toInstant(ZoneOffset.UTC) : Instant.EPOCH;
  }

  private static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  @Override
  public void close() {
    connection.close();
  }
}
