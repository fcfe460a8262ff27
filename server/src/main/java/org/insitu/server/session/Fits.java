/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.registry.ModelRegistry;
import org.insitu.executor.train.FitExplanation;
import org.insitu.executor.train.FitOutcome;
import org.insitu.executor.train.FitRequest;
import org.insitu.executor.train.FitRunner;
import org.insitu.executor.warehouse.RecordedConnection;
import org.insitu.executor.warehouse.WarehouseConnection;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.option.MlFunction;
import org.insitu.parser.option.ModelOptions;
import org.insitu.parser.statement.Statement;
import org.insitu.planner.explain.Explanation;
import org.insitu.planner.stage.Around;
import org.insitu.planner.stage.CrossValidation;
import org.insitu.planner.table.ColumnType;
import org.insitu.planner.table.Table;
import org.insitu.udf.sql.SqlDialect;
import org.jspecify.annotations.Nullable;

/** CREATE MODEL and TRAIN MODEL. */
final class Fits {
  static final List<Table.Column> COLUMNS = FitOutcome.COLUMNS;
  private static final List<Table.Column> STATUS =
      List.of(new Table.Column("status", ColumnType.VARCHAR));

  private final ModelRegistry registry;
  private final WarehouseConnection connection;
  private final SqlDialect dialect;
  private final FitRequests requests;
  private volatile boolean cancelled;

  Fits(
      ModelRegistry registry,
      SessionCatalog catalog,
      WarehouseConnection connection,
      SqlDialect dialect,
      SessionSettings settings) {
    this.registry = registry;
    this.connection = connection;
    this.dialect = dialect;
    this.requests = new FitRequests(registry, catalog, connection, dialect, settings);
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
    FitRequests.Asked asked = requests.of(create, text);
    asked.options().notices().forEach(listener::notice);
    if (create.query().isEmpty()) {
      registry.define(asked.definition());
      return new Table(STATUS, List.of(List.of("defined model " + name)));
    }
    return fit(asked, warehouse, listener);
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

  /** The answer when IF NOT EXISTS found the model: the row of a fit, all but the name NULL. */
  private static Table nothing(Statement.CreateModel create, String name) {
    if (create.query().isEmpty()) {
      return new Table(STATUS, List.of(List.of("model %s exists".formatted(name))));
    }
    List<@Nullable Object> row = new ArrayList<>(Collections.nCopies(COLUMNS.size(), null));
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
    FitRequests.Asked asked = requests.of(train, Around.NOTHING);
    asked.options().notices().forEach(listener::notice);
    return fit(asked, warehouse, listener);
  }

  /** The fits of ML.CROSS_VALIDATE: the model's own statement on the folds of other rows. */
  Table crossValidate(CrossValidation asked, StatementListener listener) {
    cancelled = false;
    FitRequests.Asked own =
        requests.of(
            new Statement.TrainModel(asked.name(), Optional.of(asked.source()), List.of()),
            asked.around());
    ModelOptions options = own.options();
    boolean tuned = asked.version().facts().containsKey(MlFunction.TRIAL_INFO.name());
    if (options.tuning().isPresent() && tuned) {
      own = own.with(options.trial(BestTrial.of(asked.version())));
    }
    return runner(connection, listener).crossValidate(requests.request(own), asked.folds());
  }

  private FitRunner runner(WarehouseConnection warehouse, StatementListener listener) {
    return new FitRunner(
        warehouse, registry, dialect, FitResources.ofThisMachine(), progress(listener));
  }

  private Table fit(
      FitRequests.Asked asked, WarehouseConnection warehouse, StatementListener listener) {
    FitOutcome outcome = runner(warehouse, listener).run(requests.request(asked));
    outcome.notices().forEach(listener::notice);
    return outcome.answer();
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
        isThereAlready(create); // refuses what CREATE MODEL would
        yield requests.request(requests.of(create, ""));
      }
      case Statement.TrainModel train -> requests.request(requests.of(train, Around.NOTHING));
      default -> throw Commands.notAvailable("EXPLAIN of this statement");
    };
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
