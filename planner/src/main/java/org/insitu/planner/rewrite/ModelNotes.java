/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.rewrite;

import org.insitu.planner.catalog.ModelVersion;
import org.insitu.udf.sql.SqlText;

/** What EXPLAIN says of a model in a query. */
final class ModelNotes {
  private ModelNotes() {}

  static void applied(ModelVersion version, SqlText written, Expansion expansion) {
    expansion.note(
        "Model %s version %d (%s): applied in %s as %s"
            .formatted(
                version.model(),
                version.number(),
                version.modelType(),
                expansion.dialect().name(),
                written.kernels().isEmpty()
                    ? "an SQL expression; no row moves"
                    : "a vectorised function in its own pipeline; no row leaves the process"));
  }
}
