/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.session;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.insitu.executor.answer.TableAnswer;
import org.insitu.executor.warehouse.Answer;
import org.insitu.executor.warehouse.WarehouseConnection;
import org.insitu.parser.InsituParser;
import org.insitu.parser.NameQuotes;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.error.Position;
import org.insitu.parser.google.GoogleSql;
import org.insitu.parser.google.Translation;
import org.insitu.parser.statement.Statement;
import org.insitu.planner.QueryPlanner;
import org.insitu.planner.explain.Explanation;
import org.insitu.planner.stage.CrossValidation;
import org.insitu.planner.stage.Stage;
import org.insitu.planner.table.Table;
import org.insitu.udf.sql.DuckDbDialect;
import org.insitu.udf.sql.SqlDialect;
import org.insitu.udf.sql.TreeForm;

/** A session over the embedded warehouse: parses, plans and runs one statement at a time. */
final class InsituSession implements Session {
  /** Where an error of a whole statement is. */
  private static final Position START = new Position(1, 1);

  /** Views outlive the process, so forests are written out in them while they are this small. */
  private static final int VIEW_NODES_MAX = 20_000;

  private final InsituEngine engine;
  private final WarehouseConnection connection;
  private final SqlDialect dialect = new DuckDbDialect();
  private final SessionCatalog catalog;
  private final QueryPlanner planner;
  private final PlanCache plans;
  private final SessionSettings settings = new SessionSettings();
  private final Projects projects;
  private final Commands commands;
  private final Fits fits;

  InsituSession(InsituEngine engine, WarehouseConnection connection) {
    this.engine = engine;
    this.connection = connection;
    this.catalog = new SessionCatalog(engine.registry(), connection, dialect);
    this.planner = new QueryPlanner(catalog, dialect);
    this.plans = new PlanCache(engine.config().plansCached());
    this.projects = new Projects(connection, engine.registry(), engine::catalogVersion);
    this.commands = new Commands(engine.registry(), catalog);
    this.fits = new Fits(engine.registry(), catalog, connection, dialect, settings);
  }

  @Override
  public Description describe(String sql) {
    return inStandard(sql, StatementListener.SILENT, this::described);
  }

  /**
   * Does what is asked with a statement in the standard's lexical rules. One in GoogleSQL's is
   * translated first, at this door alone; an error's place is one in what the user typed.
   */
  private <R> R inStandard(String sql, StatementListener listener, Function<String, R> work) {
    return switch (settings.lex()) {
      case ANSI -> work.apply(sql);
      case BIGQUERY -> {
        Translation translation = GoogleSql.translate(sql, projects::isKnown);
        projects.tell(translation.leftOut(), listener);
        translation.ignored().forEach(clause -> listener.notice(clause + " has no effect here."));
        try {
          yield work.apply(translation.text());
        } catch (InsituException e) {
          throw e.at(translation.original(e.position()));
        }
      }
    };
  }

  private Description described(String sql) {
    return switch (statement(sql)) {
      case Statement.Plain plain -> description(plain.text());
      case Statement.MlQuery query -> query(sql, query);
      case Statement.CreateModel c -> columns(Fits.columns(c));
      case Statement.TrainModel t -> columns(Fits.COLUMNS);
      case Statement.Explain e -> columns(Explains.COLUMNS);
      case Statement.EvaluateModel evaluate -> query(sql, Sentences.query(evaluate));
      case Statement.PredictModel predict -> query(sql, Sentences.query(predict));
      case Statement.SetOption s -> columns(SessionSettings.COLUMNS);
      case Statement.ResetOption r -> columns(SessionSettings.COLUMNS);
      case Statement.ShowOption s -> columns(SessionSettings.COLUMNS);
      case Statement other -> columns(commands.columns(other));
    };
  }

  private Description query(String sql, Statement.MlQuery query) {
    QueryPlanner.Planned planned = plan(sql, query);
    return switch (planned.plan().stage()) {
      case Stage.WarehouseQuery stage -> {
        stage.functions().forEach(connection::register);
        try {
          yield description(stage.sql());
        } catch (InsituException e) {
          throw WarehouseErrors.placed(e, planned.text());
        }
      }
    };
  }

  private Description description(String sql) {
    WarehouseConnection.Prepared prepared = connection.prepare(sql);
    return new Description(prepared.parameterCount(), prepared.resultSchema());
  }

  private static Description columns(List<Table.Column> columns) {
    return new Description(0, TableAnswer.schema(columns));
  }

  @Override
  public Answer execute(String sql, List<Object> parameters, StatementListener listener) {
    return inStandard(sql, listener, standard -> executed(standard, parameters, listener));
  }

  private Answer executed(String sql, List<Object> parameters, StatementListener listener) {
    Optional<QueryPlanner.Planned> cached = plans.get(sql, engine.catalogVersion());
    if (cached.isPresent()) {
      return run(cached.get(), parameters, listener);
    }
    Statement statement = statement(sql);
    return switch (statement) {
      case Statement.Plain plain -> plain(plain.text(), parameters, listener);
      case Statement.MlQuery query -> run(plan(sql, query), parameters, listener);
      case Statement other -> own(other, sql, parameters, listener);
    };
  }

  /** Runs a statement of ours that is not a query; these take no parameters. */
  private Answer own(
      Statement statement, String sql, List<Object> parameters, StatementListener listener) {
    if (!parameters.isEmpty()) {
      throw InsituException.of(
          ErrorCode.PARAMETER_NOT_ALLOWED,
          "%d parameters are bound; this statement takes none.".formatted(parameters.size()));
    }
    try {
      return ran(statement, sql, listener);
    } catch (InsituException e) {
      throw e.position().isKnown() ? e : e.at(START);
    }
  }

  private Answer ran(Statement statement, String sql, StatementListener listener) {
    return switch (statement) {
      case Statement.CreateModel create -> answer(fits.create(create, sql, listener));
      case Statement.TrainModel train -> answer(fits.train(train, listener));
      case Statement.EvaluateModel evaluate ->
          run(plan(sql, Sentences.query(evaluate)), List.of(), listener);
      case Statement.PredictModel predict ->
          run(plan(sql, Sentences.query(predict)), List.of(), listener);
      case Statement.Explain explain -> answer(explained(explain, sql, listener));
      case Statement.SetOption set -> answer(replanned(settings.set(set)));
      case Statement.ResetOption reset -> answer(replanned(settings.reset(reset)));
      case Statement.ShowOption show -> answer(settings.show(show));
      default -> answer(commands.run(statement, listener));
    };
  }

  /** A setting decides how statements are planned. */
  private Table replanned(Table setting) {
    plans.clear();
    return setting;
  }

  private Statement statement(String sql) {
    return InsituParser.parse(
        sql, name -> engine.registry().byFunction(name).isPresent(), NameQuotes.DOUBLE);
  }

  private Answer answer(Table table) {
    return TableAnswer.of(table, engine.allocator());
  }

  private Answer plain(String sql, List<Object> parameters, StatementListener listener) {
    boolean reads = StatementHead.of(sql).isReading();
    try (var watch = engine.progressClock().watch(connection, listener)) {
      return connection.execute(sql, parameters);
    } finally {
      if (!reads) {
        engine.definitionsChanged();
      }
    }
  }

  private QueryPlanner.Planned plan(String sql, Statement.MlQuery query) {
    QueryPlanner.Planned planned = planner.plan(query.sql(), treeForm(query), settings.planner());
    String text = query.sql().text();
    if (StatementHead.of(text).isView() && !planned.plan().crossValidations().isEmpty()) {
      throw InsituException.of(
              ErrorCode.FUNCTION_NOT_APPLICABLE,
              "ML.CROSS_VALIDATE fits models; a view cannot do so each time it is read.")
          .hint("CREATE TABLE ... AS SELECT * FROM ML.CROSS_VALIDATE(...).")
          .at(planned.plan().crossValidations().getFirst().position());
    }
    if (StatementHead.of(text).isReading() && !StatementHead.readsFiles(text)) {
      plans.put(sql, engine.catalogVersion(), planned);
    }
    return planned;
  }

  private static TreeForm treeForm(Statement.MlQuery query) {
    return StatementHead.of(query.sql().text()).isView()
        ? TreeForm.inline(VIEW_NODES_MAX)
        : TreeForm.AUTO;
  }

  private Answer run(
      QueryPlanner.Planned planned, List<Object> parameters, StatementListener listener) {
    return switch (planned.plan().stage()) {
      case Stage.WarehouseQuery query -> {
        query.functions().forEach(connection::register);
        String sql = query.sql();
        for (CrossValidation asked : planned.plan().crossValidations()) {
          sql = asked.replaced(sql, fits.crossValidate(asked, listener), dialect);
        }
        try (var watch = engine.progressClock().watch(connection, listener)) {
          yield connection.execute(sql, parameters);
        } catch (InsituException e) {
          throw WarehouseErrors.placed(e, planned.text());
        } finally {
          if (!StatementHead.of(query.sql()).isReading()) {
            engine.definitionsChanged();
          }
        }
      }
    };
  }

  private Table explained(Statement.Explain explain, String sql, StatementListener listener) {
    Explanation explanation =
        switch (explain.statement()) {
          case Statement.MlQuery query -> explained(explain, query, listener);
          case Statement.EvaluateModel e -> explained(explain, Sentences.query(e), listener);
          case Statement.PredictModel p -> explained(explain, Sentences.query(p), listener);
          default -> fits.explain(explain, StatementHead.withoutExplain(sql), listener);
        };
    return Explains.table(explanation, explain);
  }

  /** ANALYZE runs the query and says what came of it. */
  private Explanation explained(
      Statement.Explain explain, Statement.MlQuery query, StatementListener listener) {
    QueryPlanner.Planned planned = planner.plan(query.sql(), treeForm(query), settings.planner());
    Explanation explanation = explanation(planned);
    if (!explain.analyze()) {
      return explanation;
    }
    long start = System.nanoTime();
    long rows = 0;
    try (Answer answer = run(planned, List.of(), listener)) {
      while (answer.next()) {
        rows += answer.batch().getRowCount();
      }
    }
    return explanation.with("ran: %d rows in %.1f ms".formatted(rows, millisSince(start)));
  }

  /** The explanation; a complaint of the warehouse's is placed in the user's text. */
  private Explanation explanation(QueryPlanner.Planned planned) {
    try {
      return Explains.query(planned, dialect, connection);
    } catch (InsituException e) {
      throw WarehouseErrors.placed(e, planned.text());
    }
  }

  private static double millisSince(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  @Override
  public Catalogs catalogs() {
    return new DuckDbCatalogs(connection, engine.registry(), dialect);
  }

  @Override
  public void cancel() {
    fits.cancel();
    connection.cancel();
  }

  @Override
  public void close() {
    connection.close();
  }
}
