/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train;

import java.util.List;
import java.util.Optional;
import org.apache.arrow.vector.types.pojo.Schema;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.registry.ModelDefinition;
import org.insitu.executor.registry.ModelRegistry;
import org.insitu.executor.warehouse.Scalars;
import org.insitu.executor.warehouse.duckdb.DuckDbConnection;
import org.insitu.executor.warehouse.duckdb.DuckDbWarehouse;
import org.insitu.parser.InsituParser;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.option.ModelOptions;
import org.insitu.parser.option.OptionRegistry;
import org.insitu.parser.statement.ModelName;
import org.insitu.parser.statement.Statement;
import org.insitu.planner.bind.Columns;
import org.insitu.planner.catalog.Catalog;
import org.insitu.planner.catalog.ModelVersion;
import org.insitu.planner.rewrite.Expansion;
import org.insitu.udf.sql.DuckDbDialect;
import org.insitu.udf.sql.SqlDialect;
import org.insitu.udf.sql.SqlText;
import org.insitu.udf.sql.TreeForm;

/**
 * CREATE MODEL over an engine of its own in memory, without a session.
 *
 * <p><b>Ownership:</b> {@link #close} fails where a fit left Arrow memory behind.
 */
final class TestingFits implements AutoCloseable {
  private static final FitResources RESOURCES = new FitResources(2, 1L << 30, 1L << 30);

  private final DuckDbWarehouse warehouse = DuckDbWarehouse.open(Optional.empty());
  private final DuckDbConnection connection = warehouse.connect();
  private final ModelRegistry registry = ModelRegistry.open(warehouse.connect());
  private final SqlDialect dialect = new DuckDbDialect();

  TestingFits(String... setUp) {
    for (String statement : setUp) {
      Scalars.run(connection, statement);
    }
  }

  DuckDbConnection connection() {
    return connection;
  }

  /** A statement's fit; a model of the name may be there. */
  FitOutcome run(String createModel, FitProgress progress) {
    return runner(progress).run(request(createModel));
  }

  /** ML.CROSS_VALIDATE of the statement's model over its own rows, in two folds. */
  void crossValidate(String createModel, FitProgress progress) {
    runner(progress).crossValidate(request(createModel), 2);
  }

  private FitRunner runner(FitProgress progress) {
    return new FitRunner(connection, registry, dialect, RESOURCES, progress);
  }

  private FitRequest request(String createModel) {
    var create = (Statement.CreateModel) InsituParser.parse(createModel, name -> false);
    ModelOptions options = OptionRegistry.bind(create.options());
    var query = create.query().orElseThrow();
    Columns columns = Columns.of(connection.describe(query.text()));
    return FitRequest.of(
        new ModelDefinition(
            "m", options.modelType().name(), Optional.empty(), createModel, Optional.empty()),
        true,
        new FitRequest.Query(query.text(), columns, query.position()),
        create.transform(),
        options,
        Optional.empty(),
        new Expansion(new NoModels(connection), dialect, TreeForm.AUTO));
  }

  /** A catalog of a warehouse without models. */
  private record NoModels(DuckDbConnection connection) implements Catalog {
    @Override
    public ModelVersion resolve(ModelName name) {
      throw InsituException.of(ErrorCode.MODEL_NOT_FOUND, name.toString());
    }

    @Override
    public Optional<ModelName> functionModel(String name) {
      return Optional.empty();
    }

    @Override
    public Schema describe(SqlText query) {
      return connection.describe(query.sql());
    }

    @Override
    public Optional<Schema> table(List<String> path) {
      return Optional.empty();
    }

    @Override
    public double estimatedRows(String sql) {
      return connection.estimatedRows(sql);
    }
  }

  /** How many versions are kept. */
  long versions() {
    return Scalars.count(connection, "SELECT count(*) FROM insitu.model_versions");
  }

  /** What is kept of the model's last version. */
  List<List<Object>> lastModel() {
    return Scalars.rows(
        connection,
        "SELECT manifest, CAST(arrays AS VARCHAR) FROM insitu.model_versions"
            + " ORDER BY version DESC LIMIT 1");
  }

  /** Our temporary tables that are there. */
  List<List<Object>> temporaryTables() {
    return Scalars.rows(
        connection,
        "SELECT table_name FROM duckdb_tables() WHERE temporary AND table_name LIKE 'insitu%'");
  }

  @Override
  public void close() {
    try (warehouse) {
      registry.close();
      connection.close();
    }
  }
}
