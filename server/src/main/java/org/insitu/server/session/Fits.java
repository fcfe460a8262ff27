/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.session;

import java.util.List;
import java.util.Optional;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.rows.ColumnKind;
import org.insitu.executor.registry.ModelDefinition;
import org.insitu.executor.registry.ModelRegistry;
import org.insitu.executor.train.FitExplanation;
import org.insitu.executor.train.FitOptions;
import org.insitu.executor.train.FitOutcome;
import org.insitu.executor.train.FitRequest;
import org.insitu.executor.train.FitRunner;
import org.insitu.executor.train.InputPolicies;
import org.insitu.executor.train.SplitRule;
import org.insitu.executor.train.TransformFit;
import org.insitu.executor.train.family.Families;
import org.insitu.executor.train.family.Family;
import org.insitu.executor.train.tuning.TuningRequest;
import org.insitu.executor.warehouse.RecordedConnection;
import org.insitu.executor.warehouse.WarehouseConnection;
import org.insitu.parser.InsituParser;
import org.insitu.parser.NameQuotes;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.error.Position;
import org.insitu.parser.option.GeneralOptions;
import org.insitu.parser.option.MlFunction;
import org.insitu.parser.option.ModelOptions;
import org.insitu.parser.option.OptionRegistry;
import org.insitu.parser.option.ProblemType;
import org.insitu.parser.statement.Option;
import org.insitu.parser.statement.SqlText;
import org.insitu.parser.statement.Statement;
import org.insitu.parser.statement.TransformClause;
import org.insitu.planner.bind.Columns;
import org.insitu.planner.explain.Explanation;
import org.insitu.planner.rewrite.CallRewriter;
import org.insitu.planner.rewrite.Expansion;
import org.insitu.planner.rewrite.MappedText;
import org.insitu.planner.stage.Around;
import org.insitu.planner.stage.CrossValidation;
import org.insitu.planner.table.ColumnType;
import org.insitu.planner.table.Table;
import org.insitu.planner.transform.TransformBinder;
import org.insitu.udf.sql.SqlDialect;
import org.insitu.udf.sql.TreeForm;

/** CREATE MODEL and TRAIN MODEL. */
final class Fits {
  static final List<Table.Column> COLUMNS = FitOutcome.COLUMNS;
  private static final List<Table.Column> STATUS =
      List.of(new Table.Column("status", ColumnType.VARCHAR));

  private final ModelRegistry registry;
  private final SessionCatalog catalog;
  private final WarehouseConnection connection;
  private final SqlDialect dialect;
  private final SessionSettings settings;
  private volatile boolean cancelled;

  Fits(
      ModelRegistry registry,
      SessionCatalog catalog,
      WarehouseConnection connection,
      SqlDialect dialect,
      SessionSettings settings) {
    this.settings = settings;
    this.registry = registry;
    this.catalog = catalog;
    this.connection = connection;
    this.dialect = dialect;
  }

  /** What CREATE MODEL would answer with. */
  static List<Table.Column> columns(Statement.CreateModel create) {
    return create.query().isPresent() ? COLUMNS : STATUS;
  }

  /**
   * CREATE MODEL.
   *
   * @param text the statement as written, kept so that TRAIN MODEL can read it again
   */
  Table create(Statement.CreateModel create, String text, StatementListener listener) {
    return create(create, text, connection, listener);
  }

  private Table create(
      Statement.CreateModel create,
      String text,
      WarehouseConnection warehouse,
      StatementListener listener) {
    cancelled = false;
    create.notices().forEach(listener::notice);
    String name = SessionCatalog.nameOf(create.model());
    if (isThereAlready(create)) {
      listener.notice("Model '%s' exists already; nothing was done.".formatted(name));
      return nothing(create, name);
    }
    ModelOptions options = options(create.options(), create.query());
    options.notices().forEach(listener::notice);
    ModelDefinition definition = definition(create, options, text);
    if (create.query().isEmpty()) {
      registry.define(definition);
      return new Table(STATUS, List.of(List.of("defined model " + name)));
    }
    FitRequest request =
        request(definition, create.orReplace(), create.transform(), options, create.query().get());
    return fit(request, warehouse, listener);
  }

  /** Whether IF NOT EXISTS finds the model; another CREATE MODEL refuses one that exists. */
  private boolean isThereAlready(Statement.CreateModel create) {
    String name = SessionCatalog.nameOf(create.model());
    boolean exists = registry.find(name).isPresent();
    if (exists && !create.orReplace() && !create.ifNotExists()) {
      throw ModelRegistry.exists(name).at(create.model().position());
    }
    return exists && create.ifNotExists();
  }

  private static ModelDefinition definition(
      Statement.CreateModel create, ModelOptions options, String text) {
    return new ModelDefinition(
        SessionCatalog.nameOf(create.model()),
        options.modelType().name(),
        create.function(),
        text,
        Optional.of(options.find(GeneralOptions.DESCRIPTION).orElse("")));
  }

  /** The answer when IF NOT EXISTS found the model: the row of a fit, all but the name NULL. */
  private static Table nothing(Statement.CreateModel create, String name) {
    if (create.query().isEmpty()) {
      return new Table(STATUS, List.of(List.of("model %s exists".formatted(name))));
    }
    List<@org.jspecify.annotations.Nullable Object> row =
        new java.util.ArrayList<>(java.util.Collections.nCopies(COLUMNS.size(), null));
    row.set(0, name);
    return new Table(COLUMNS, List.of(row));
  }

  /** TRAIN MODEL: the model's own statement again, on its query or another one. */
  Table train(Statement.TrainModel train, StatementListener listener) {
    return train(train, connection, listener);
  }

  private Table train(
      Statement.TrainModel train, WarehouseConnection warehouse, StatementListener listener) {
    cancelled = false;
    Training training = training(train);
    training.options().notices().forEach(listener::notice);
    FitRequest request = request(training);
    return fit(request, warehouse, listener);
  }

  /** What TRAIN MODEL means. */
  private record Training(
      ModelDefinition definition,
      Optional<TransformClause> transform,
      ModelOptions options,
      SqlText query) {}

  /** The fits of ML.CROSS_VALIDATE: the model's own statement on the folds of other rows. */
  Table crossValidate(CrossValidation asked, StatementListener listener) {
    cancelled = false;
    Training training =
        training(
            new Statement.TrainModel(asked.name(), Optional.of(asked.source()), List.of()),
            asked.around());
    ModelOptions options = training.options();
    boolean tuned = asked.version().facts().containsKey(MlFunction.TRIAL_INFO.name());
    if (options.tuning().isPresent() && tuned) {
      options = options.trial(BestTrial.of(asked.version()));
    }
    FitRequest request =
        request(
            training.definition(),
            true,
            training.transform(),
            options,
            training.query(),
            asked.around());
    return new FitRunner(connection, registry, dialect, FitResources.ofThisMachine())
        .crossValidate(request, asked.folds(), progress(listener));
  }

  private FitRequest request(Training training) {
    return request(
        training.definition(), true, training.transform(), training.options(), training.query());
  }

  private Training training(Statement.TrainModel train) {
    return training(train, Around.NOTHING);
  }

  /**
   * What TRAIN MODEL means.
   *
   * @param around of the query that it names
   */
  private Training training(Statement.TrainModel train, Around around) {
    ModelDefinition definition = catalog.entry(train.model()).definition();
    if (!(InsituParser.parse(definition.statement(), this::isModelFunction, NameQuotes.DOUBLE)
        instanceof Statement.CreateModel create)) {
      throw InsituException.of(
          ErrorCode.ARTEFACT,
          "The statement stored with model '%s' is not a CREATE MODEL."
              .formatted(definition.name()));
    }
    SqlText query =
        train
            .on()
            .or(create::query)
            .orElseThrow(
                () ->
                    InsituException.of(
                            ErrorCode.NO_ROWS,
                            "Model '%s' was defined without a query.".formatted(definition.name()))
                        .hint("TRAIN MODEL %s ON (SELECT ...).".formatted(definition.name()))
                        .at(train.model().position()));
    List<Option> merged = OptionRegistry.merge(create.options(), train.options());
    ModelOptions options = options(merged, Optional.of(query), around);
    boolean described = train.options().stream().anyMatch(o -> o.name().equals("description"));
    return new Training(
        described
            ? definition.withDescription(options.find(GeneralOptions.DESCRIPTION).orElse(""))
            : definition,
        create.transform(),
        options,
        query);
  }

  private boolean isModelFunction(String name) {
    return registry.byFunction(name).isPresent();
  }

  private Table fit(FitRequest request, WarehouseConnection warehouse, StatementListener listener) {
    FitRunner runner = new FitRunner(warehouse, registry, dialect, FitResources.ofThisMachine());
    FitOutcome outcome = runner.run(request, progress(listener));
    outcome.notices().forEach(listener::notice);
    return outcome.answer();
  }

  private FitRequest request(
      ModelDefinition definition,
      boolean mayExist,
      Optional<TransformClause> transform,
      ModelOptions options,
      SqlText query) {
    return request(definition, mayExist, transform, options, query, Around.NOTHING);
  }

  /** Everything that can be known, and refused, before a row is read. */
  private FitRequest request(
      ModelDefinition definition,
      boolean mayExist,
      Optional<TransformClause> transform,
      ModelOptions options,
      SqlText query,
      Around around) {
    Expansion expansion = new Expansion(catalog, dialect, TreeForm.AUTO);
    MappedText sql = CallRewriter.rewrite(query, expansion);
    expansion.kernels().forEach(connection::register);
    Columns columns = columns(sql, query.position(), around);
    Optional<String> label = FitOptions.label(options);
    SplitRule split = FitOptions.split(options);
    Family family = Families.of(options, settings.execution());
    List<String> passed = FitRequest.passed(label, split, family.purpose());
    FitRequest request =
        new FitRequest(
            definition,
            mayExist,
            around.sql(sql.text()),
            columns,
            transform
                .map(clause -> TransformBinder.bind(clause, columns, passed, expansion))
                .or(
                    () ->
                        TransformFit.ofColumns(columns, passed, family.levelColumns(), expansion)),
            label,
            split,
            family,
            InputPolicies.of(options),
            options
                .tuning()
                .map(
                    tuning ->
                        new TuningRequest(
                            tuning,
                            options.get(GeneralOptions.SEED),
                            values -> Families.of(options.trial(values), settings.execution()))),
            options.get(GeneralOptions.STRICT),
            FitOptions.globalExplain(options),
            query.position());
    return request.withPoliciesChecked();
  }

  /**
   * EXPLAIN of CREATE MODEL and TRAIN MODEL.
   *
   * @param text the statement explained, as written
   */
  Explanation explain(Statement.Explain explain, String text, StatementListener listener) {
    Explanation explanation =
        FitExplanation.of(explained(explain.statement()), connection, dialect);
    if (!explain.analyze()) {
      return explanation;
    }
    try (RecordedConnection recorded = new RecordedConnection(connection)) {
      Table answer =
          explain.statement() instanceof Statement.CreateModel create
              ? create(create, text, recorded, listener)
              : train((Statement.TrainModel) explain.statement(), recorded, listener);
      return Explains.sent(explanation, recorded.statements(), dialect)
          .with(
              "ran: %s rows, %s iterations in %s ms, %s, %s bytes moved"
                  .formatted(
                      answer.value(0, "rows_trained"),
                      answer.value(0, "iterations"),
                      answer.value(0, "duration_ms"),
                      answer.value(0, "ran_in"),
                      answer.value(0, "bytes_moved")));
    }
  }

  private FitRequest explained(Statement statement) {
    return switch (statement) {
      case Statement.CreateModel create when create.query().isPresent() -> {
        boolean there = isThereAlready(create);
        ModelOptions options = options(create.options(), create.query());
        ModelDefinition definition = definition(create, options, "");
        yield request(
            definition,
            there || create.orReplace(),
            create.transform(),
            options,
            create.query().get());
      }
      case Statement.TrainModel train -> {
        Training training = training(train);
        yield request(training);
      }
      default -> throw Commands.notAvailable("EXPLAIN of this statement");
    };
  }

  /** The options; where they leave the problem open, the type of the label decides it. */
  private ModelOptions options(List<Option> given, Optional<SqlText> query) {
    return options(given, query, Around.NOTHING);
  }

  private ModelOptions options(List<Option> given, Optional<SqlText> query, Around around) {
    Optional<ProblemType> open = ProblemType.of(given);
    if (open.isEmpty()) {
      return OptionRegistry.bind(given);
    }
    Expansion expansion = new Expansion(catalog, dialect, TreeForm.AUTO);
    SqlText text = query.orElseThrow();
    MappedText sql = CallRewriter.rewrite(text, expansion);
    expansion.kernels().forEach(connection::register);
    String label = FitOptions.label(OptionRegistry.bind(open.get().decide(given, true))).orElse("");
    boolean number =
        columns(sql, text.position(), around)
            .find(label, text.position())
            .map(field -> ColumnKind.of(field) == ColumnKind.NUMBER)
            .orElse(false);
    return OptionRegistry.bind(open.get().decide(given, !number));
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

  private FitProgress progress(StatementListener listener) {
    return new FitProgress() {
      @Override
      public void report(String phase, double fraction, String message) {
        listener.progress(phase, fraction, message);
      }

      @Override
      public void checkCancelled() {
        if (cancelled) {
          throw InsituException.of(
              ErrorCode.CANCELLED, "The fit was cancelled; the registry is as it was.");
        }
      }
    };
  }

  /** Stops a running fit at its next step. */
  void cancel() {
    cancelled = true;
  }
}
