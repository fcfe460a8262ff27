/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.session;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.arrow.vector.types.pojo.Schema;
import org.insitu.executor.registry.ModelEntry;
import org.insitu.executor.registry.ModelRegistry;
import org.insitu.executor.warehouse.WarehouseConnection;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.statement.ModelName;
import org.insitu.planner.bind.FeatureBinding;
import org.insitu.planner.bind.Hints;
import org.insitu.planner.catalog.Catalog;
import org.insitu.planner.catalog.ModelVersion;
import org.insitu.udf.sql.SqlDialect;
import org.insitu.udf.sql.SqlText;

/** The models of the registry and the columns of the session's warehouse. */
final class SessionCatalog implements Catalog {
  private final ModelRegistry registry;
  private final WarehouseConnection connection;
  private final SqlDialect dialect;

  SessionCatalog(ModelRegistry registry, WarehouseConnection connection, SqlDialect dialect) {
    this.registry = registry;
    this.dialect = dialect;
    this.connection = connection;
  }

  /** A model's name in the registry: its parts joined by dots. */
  static String nameOf(ModelName name) {
    return String.join(".", name.path());
  }

  /** The entry of a name, whatever its version. */
  ModelEntry entry(ModelName name) {
    String text = nameOf(name);
    return registry
        .find(text)
        .orElseThrow(
            () -> {
              List<String> names = registry.names();
              return InsituException.of(
                      ErrorCode.MODEL_NOT_FOUND, "There is no model named '%s'.".formatted(text))
                  .hint(
                      Hints.didYouMean(
                          text,
                          names,
                          names.isEmpty()
                              ? "There are no models yet; CREATE MODEL makes one."
                              : "There are: " + FeatureBinding.listed(names) + "."))
                  .at(name.position());
            });
  }

  /** The number that a version text (a number or an alias) means. */
  static long versionNumber(ModelEntry entry, String version, ModelName name) {
    Long number = entry.aliases().get(version.toLowerCase(Locale.ROOT));
    if (number == null && version.matches("\\d{1,18}")) {
      number = Long.valueOf(version);
    }
    if (number == null || !entry.versions().containsKey(number)) {
      throw InsituException.of(
              ErrorCode.MODEL_VERSION_NOT_FOUND,
              "Model '%s' has no version or alias '%s'; it has versions %s%s."
                  .formatted(
                      entry.definition().name(),
                      version,
                      entry.versions().keySet(),
                      entry.aliases().isEmpty() ? "" : " and aliases " + entry.aliases()))
          .at(name.position());
    }
    return number;
  }

  @Override
  public ModelVersion resolve(ModelName name) {
    ModelEntry entry = entry(name);
    if (name.version().isPresent()) {
      return registry.version(entry, versionNumber(entry, name.version().get(), name));
    }
    if (entry.defaultVersion().isEmpty()) {
      throw InsituException.of(
              ErrorCode.MODEL_NOT_TRAINED,
              "Model '%s' is defined but was never trained.".formatted(entry.definition().name()))
          .hint("TRAIN MODEL %s fits it.".formatted(entry.definition().name()))
          .at(name.position());
    }
    return registry.version(entry, entry.defaultVersion().getAsLong());
  }

  @Override
  public Optional<ModelVersion> trial(ModelVersion version, long trial) {
    return registry.trial(version, trial);
  }

  @Override
  public Optional<ModelName> functionModel(String name) {
    return registry
        .byFunction(name)
        .map(
            entry ->
                new ModelName(
                    List.of(entry.definition().name()),
                    Optional.empty(),
                    org.insitu.parser.error.Position.NONE));
  }

  @Override
  public Schema describe(SqlText query) {
    query.kernels().forEach(connection::register);
    return connection.describe(query.sql());
  }

  @Override
  public Optional<Schema> table(List<String> path) {
    String name = path.stream().map(dialect::quoteIdentifier).collect(Collectors.joining("."));
    String sql = "SELECT * FROM " + name;
    try {
      return Optional.of(connection.describe(sql));
    } catch (InsituException e) {
      return Optional.empty();
    }
  }

  @Override
  public double estimatedRows(String sql) {
    return connection.estimatedRows(sql);
  }
}
