/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.session;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.arrow.vector.VarCharVector;
import org.insitu.executor.registry.ModelRegistry;
import org.insitu.executor.warehouse.Answer;
import org.insitu.executor.warehouse.WarehouseConnection;

/**
 * The projects in names of GoogleSQL, {@code my-project.dataset.table}: one that is an attached
 * catalogue's name is that catalogue, another is left out, for all its tables are here.
 */
final class Projects {
  private final WarehouseConnection connection;
  private final ModelRegistry registry;
  private final Set<String> told = new HashSet<>();

  Projects(WarehouseConnection connection, ModelRegistry registry) {
    this.connection = connection;
    this.registry = registry;
  }

  /**
   * Whether a path stays as it is, during one statement: its first part is a catalogue, or a model
   * has that name. The catalogues are asked for at most once, and not without a path.
   */
  Predicate<List<String>> known() {
    Set<String> catalogs = new HashSet<>();
    return path -> {
      if (catalogs.isEmpty()) {
        readCatalogs(catalogs);
      }
      return catalogs.contains(path.getFirst().toLowerCase(Locale.ROOT))
          || registry.find(String.join(".", path)).isPresent();
    };
  }

  private void readCatalogs(Set<String> catalogs) {
    String query = "SELECT lower(database_name) FROM duckdb_databases()";
    try (Answer answer = connection.execute(query, List.of())) {
      while (answer.next()) {
        VarCharVector names = (VarCharVector) answer.batch().getVector(0);
        for (int row = 0; row < answer.batch().getRowCount(); row++) {
          catalogs.add(names.getObject(row).toString());
        }
      }
    }
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
