/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.catalog;

import java.util.List;
import java.util.Optional;
import org.apache.arrow.vector.types.pojo.Schema;
import org.insitu.parser.statement.ModelName;
import org.insitu.udf.sql.SqlText;

/** The planner's view of models and of the session's warehouse. */
public interface Catalog {

  /**
   * The version a name means: the one written, else the default.
   *
   * @throws org.insitu.parser.error.InsituException MODEL_NOT_FOUND with the nearest names,
   *     MODEL_VERSION_NOT_FOUND, MODEL_NOT_TRAINED
   */
  ModelVersion resolve(ModelName name);

  /**
   * Another trial than the best of a tuned version, as the version it would be; empty when there is
   * no model of it.
   */
  default Optional<ModelVersion> trial(ModelVersion version, long trial) {
    return Optional.empty();
  }

  /** The model that was created with {@code FUNCTION name}. */
  Optional<ModelName> functionModel(String name);

  /** The columns a warehouse query answers with; the functions it calls are made known first. */
  Schema describe(SqlText query);

  /** The columns of a table or view by its name's parts, as written; empty when there is none. */
  Optional<Schema> table(List<String> path);

  /** How many rows the warehouse expects of a query; -1 when it does not say. Nothing is run. */
  double estimatedRows(String sql);
}
