/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.session;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongSupplier;
import org.insitu.executor.registry.ModelRegistry;
import org.insitu.executor.warehouse.Scalars;
import org.insitu.executor.warehouse.WarehouseConnection;

/**
 * The projects in names of GoogleSQL, {@code my-project.dataset.table}: one that is an attached
 * catalogue's name is that catalogue, another is left out, for all its tables are here.
 */
final class Projects {
  private final WarehouseConnection connection;
  private final ModelRegistry registry;
  private final LongSupplier catalogVersion;
  private final Set<String> told = new HashSet<>();
  private final Set<String> catalogs = new HashSet<>();

  /** The version that the catalogues were read at. */
  private long readAt = -1;

  /**
   * A session's projects.
   *
   * @param catalogVersion grows with each statement that may change what is attached
   */
  Projects(WarehouseConnection connection, ModelRegistry registry, LongSupplier catalogVersion) {
    this.connection = connection;
    this.registry = registry;
    this.catalogVersion = catalogVersion;
  }

  /**
   * Whether a path stays as it is: its first part is a catalogue, or a model has that name. The
   * catalogues are asked for when they may have changed, and not without a path.
   */
  boolean isKnown(List<String> path) {
    long version = catalogVersion.getAsLong();
    if (readAt != version) {
      catalogs.clear();
      Scalars.rows(connection, "SELECT lower(database_name) FROM duckdb_databases()")
          .forEach(row -> catalogs.add(String.valueOf(row.getFirst())));
      readAt = version;
    }
    return catalogs.contains(path.getFirst().toLowerCase(Locale.ROOT))
        || registry.find(String.join(".", path)).isPresent();
  }

  /** Says of each project once that it is left out. */
  void tell(Set<String> leftOut, StatementListener listener) {
    if (listener == StatementListener.SILENT) {
      return;
    }
    for (String project : leftOut) {
      if (told.add(project)) {
        listener.notice(
            "Project '%s' is left out of names: no catalogue of that name is attached."
                .formatted(project));
      }
    }
  }
}
