/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.session;

import java.util.List;
import java.util.Optional;
import org.insitu.executor.fit.rows.ColumnKind;
import org.insitu.executor.registry.ModelDefinition;
import org.insitu.executor.registry.ModelRegistry;
import org.insitu.executor.train.FitOptions;
import org.insitu.executor.train.FitRequest;
import org.insitu.executor.warehouse.WarehouseConnection;
import org.insitu.parser.InsituParser;
import org.insitu.parser.NameQuotes;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.error.Position;
import org.insitu.parser.option.GeneralOptions;
import org.insitu.parser.option.ModelOptions;
import org.insitu.parser.option.OptionRegistry;
import org.insitu.parser.option.ProblemType;
import org.insitu.parser.statement.Option;
import org.insitu.parser.statement.SqlText;
import org.insitu.parser.statement.Statement;
import org.insitu.parser.statement.TransformClause;
import org.insitu.planner.bind.Columns;
import org.insitu.planner.rewrite.CallRewriter;
import org.insitu.planner.rewrite.Expansion;
import org.insitu.planner.rewrite.MappedText;
import org.insitu.planner.stage.Around;
import org.insitu.udf.sql.SqlDialect;
import org.insitu.udf.sql.TreeForm;

/**
 * What CREATE MODEL and TRAIN MODEL ask to be fitted: everything that can be known, and refused,
 * before a row is read.
 */
final class FitRequests {
  private final ModelRegistry registry;
  private final SessionCatalog catalog;
  private final WarehouseConnection connection;
  private final SqlDialect dialect;
  private final SessionSettings settings;

  FitRequests(
      ModelRegistry registry,
      SessionCatalog catalog,
      WarehouseConnection connection,
      SqlDialect dialect,
      SessionSettings settings) {
    this.registry = registry;
    this.catalog = catalog;
    this.connection = connection;
    this.dialect = dialect;
    this.settings = settings;
  }

  /**
   * What a statement means, its query not looked at yet.
   *
   * @param mayExist whether there may be a model of this name
   * @param query empty where a model is only defined
   * @param around of the query
   */
  record Asked(
      ModelDefinition definition,
      boolean mayExist,
      Optional<TransformClause> transform,
      ModelOptions options,
      Optional<SqlText> query,
      Around around) {
    Asked with(ModelOptions changed) {
      return new Asked(definition, mayExist, transform, changed, query, around);
    }
  }

  /**
   * What CREATE MODEL means.
   *
   * @param text the statement as written
   */
  Asked of(Statement.CreateModel create, String text) {
    ModelOptions options = options(create.options(), create.query(), Around.NOTHING);
    ModelDefinition definition =
        new ModelDefinition(
            SessionCatalog.nameOf(create.model()),
            options.modelType().name(),
            create.function(),
            text,
            Optional.of(description(options)));
    return new Asked(
        definition,
        create.orReplace(),
        create.transform(),
        options,
        create.query(),
        Around.NOTHING);
  }

  /**
   * What TRAIN MODEL means: the model's own statement again.
   *
   * @param around of the query that it names
   */
  Asked of(Statement.TrainModel train, Around around) {
    ModelDefinition definition = catalog.entry(train.model()).definition();
    if (!(InsituParser.parse(definition.statement(), this::isModelFunction, NameQuotes.DOUBLE)
        instanceof Statement.CreateModel create)) {
      throw InsituException.of(
          ErrorCode.ARTEFACT,
          "The statement stored with model '%s' is not a CREATE MODEL."
              .formatted(definition.name()));
    }
    Optional<SqlText> query = train.on().or(create::query);
    if (query.isEmpty()) {
      throw InsituException.of(
              ErrorCode.NO_ROWS,
              "Model '%s' was defined without a query.".formatted(definition.name()))
          .hint("TRAIN MODEL %s ON (SELECT ...).".formatted(definition.name()))
          .at(train.model().position());
    }
    List<Option> merged = OptionRegistry.merge(create.options(), train.options());
    ModelOptions options = options(merged, query, around);
    boolean described = train.options().stream().anyMatch(o -> o.name().equals("description"));
    return new Asked(
        described ? definition.withDescription(description(options)) : definition,
        true,
        create.transform(),
        options,
        query,
        around);
  }

  private static String description(ModelOptions options) {
    return options.find(GeneralOptions.DESCRIPTION).orElse("");
  }

  private boolean isModelFunction(String name) {
    return registry.byFunction(name).isPresent();
  }

  /** The fit of what has a query. */
  FitRequest request(Asked asked) {
    SqlText query = asked.query().orElseThrow();
    Expansion expansion = new Expansion(catalog, dialect, TreeForm.AUTO);
    MappedText sql = rewritten(query, expansion);
    Columns columns = columns(sql, query.position(), asked.around());
    return FitRequest.of(
        asked.definition(),
        asked.mayExist(),
        new FitRequest.Query(asked.around().sql(sql.text()), columns, query.position()),
        asked.transform(),
        asked.options(),
        settings.execution(),
        expansion);
  }

  /** The options; where they leave the problem open, the type of the label decides it. */
  private ModelOptions options(List<Option> given, Optional<SqlText> query, Around around) {
    Optional<ProblemType> open = ProblemType.of(given);
    if (open.isEmpty()) {
      return OptionRegistry.bind(given);
    }
    SqlText text = query.orElseThrow();
    MappedText sql = rewritten(text, new Expansion(catalog, dialect, TreeForm.AUTO));
    String label = FitOptions.label(OptionRegistry.bind(open.get().decide(given, true))).orElse("");
    boolean number =
        columns(sql, text.position(), around)
            .find(label, text.position())
            .map(field -> ColumnKind.of(field) == ColumnKind.NUMBER)
            .orElse(false);
    return OptionRegistry.bind(open.get().decide(given, !number));
  }

  /** The query with its calls replaced, their kernels known to the warehouse. */
  private MappedText rewritten(SqlText query, Expansion expansion) {
    MappedText sql = CallRewriter.rewrite(query, expansion);
    expansion.kernels().forEach(connection::register);
    return sql;
  }

  /** The query's columns; a complaint about it is placed in the user's text. */
  private Columns columns(MappedText sql, Position query, Around around) {
    try {
      return Columns.of(connection.describe(around.sql(sql.text())));
    } catch (InsituException e) {
      Position original = sql.original(around.inPiece(e.position()));
      throw e.at(original.isKnown() ? original : query);
    }
  }
}
