/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.rewrite;

import org.insitu.planner.catalog.ModelVersion;

/** What EXPLAIN says of a model in a query. */
final class ModelNotes {
  private ModelNotes() {}

  static void applied(ModelVersion version, String sql, Expansion expansion) {
    boolean kernel = sql.contains("insitu_forest_");
    expansion.note(
        "Model %s version %d (%s): applied in %s as %s"
            .formatted(
                version.model(),
                version.number(),
                version.modelType(),
                expansion.dialect().name(),
                kernel
                    ? "a vectorised function in its own pipeline; no row leaves the process"
                    : "an SQL expression; no row moves"));
  }
}
