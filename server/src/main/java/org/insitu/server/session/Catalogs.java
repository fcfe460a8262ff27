/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.session;

import org.insitu.executor.warehouse.Answer;
import org.jspecify.annotations.Nullable;

/**
 * What JDBC's DatabaseMetaData and a console list, in the columns and order that JDBC 4.3
 * prescribes. Patterns are LIKE patterns; null means any.
 */
public interface Catalogs {
  Answer schemas(@Nullable String catalog, @Nullable String schemaPattern);

  Answer catalogs();

  Answer tableTypes();

  /** Tables, views and models (table type {@code MODEL}). */
  Answer tables(
      @Nullable String catalog,
      @Nullable String schemaPattern,
      @Nullable String namePattern,
      @Nullable String[] types);

  /** Columns of tables and views; of models: their inputs and outputs. */
  Answer columns(
      @Nullable String catalog,
      @Nullable String schemaPattern,
      @Nullable String tablePattern,
      @Nullable String columnPattern);

  Answer primaryKeys(@Nullable String catalog, @Nullable String schema, String table);

  Answer typeInfo();
}
