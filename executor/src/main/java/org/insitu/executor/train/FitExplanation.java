/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.insitu.executor.fit.ProfileRequest;
import org.insitu.executor.fit.Profiler;
import org.insitu.executor.fit.Purpose;
import org.insitu.executor.fit.rows.RowQuery;
import org.insitu.executor.fit.rows.Source;
import org.insitu.executor.train.family.FitWork;
import org.insitu.executor.train.family.TransformFamily;
import org.insitu.executor.train.tuning.TuningRequest;
import org.insitu.executor.warehouse.WarehouseConnection;
import org.insitu.parser.option.Hyperparameter;
import org.insitu.planner.anomaly.AnomalyThresholds;
import org.insitu.planner.bind.Columns;
import org.insitu.planner.evaluate.ClassificationMetrics;
import org.insitu.planner.evaluate.RegressionMetrics;
import org.insitu.planner.evaluate.Scored;
import org.insitu.planner.explain.Explanation;
import org.insitu.planner.explain.Explanation.Step;
import org.insitu.planner.explain.Transfer;
import org.insitu.planner.transform.TransformSql;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.sql.SqlDialect;
import org.insitu.udf.transform.Parameter;
import org.insitu.udf.transform.Transformation;

/**
 * What a fit would do, stage by stage, with the SQL of each. No row is read, so a query that asks
 * more of what an earlier one answered is described in words, and the model in the metrics stands
 * as a call of it. EXPLAIN ANALYZE lists what was sent, see {@link RecordedConnection}.
 */
public final class FitExplanation {
  private final FitRequest asked;
  private final FitRequest request;
  private final WarehouseConnection connection;
  private final SqlDialect dialect;
  private final Optional<TransformSql> transforming;
  private final TrainingColumns columns;
  private final List<Step> steps = new ArrayList<>();

  private FitExplanation(FitRequest request, WarehouseConnection connection, SqlDialect dialect) {
    this.asked = request;
    this.connection = connection;
    this.dialect = dialect;
    this.transforming =
        request
            .transformation()
            .map(
                unfitted ->
                    new TransformSql(
                        new TransformFit(connection, dialect, request.family().levelColumns())
                            .expected(unfitted, request.sql(), request.passed()),
                        dialect));
    this.request =
        transforming
            .map(
                t ->
                    request.transformed(
                        t.transformation(),
                        Columns.of(
                            connection.describe(t.features(request.sql(), request.passed())))))
            .orElse(request);
    this.columns =
        request.family() instanceof TransformFamily
            ? new TrainingColumns(Optional.empty(), List.of())
            : TrainingColumns.of(this.request);
  }

  /** Explains; refuses what {@link FitRunner} would refuse before it reads a row. */
  public static Explanation of(
      FitRequest request, WarehouseConnection connection, SqlDialect dialect) {
    FitExplanation explanation = new FitExplanation(request, connection, dialect);
    explanation.addAll();
    String title =
        "Fit %s as %s".formatted(request.definition().name(), request.definition().modelType());
    return new Explanation(title, explanation.steps, List.of());
  }

  private void addAll() {
    double rows = connection.estimatedRows(request.sql());
    String stable = addRows(rows);
    Split raw = FitRunner.split(asked, stable, () -> Math.max(0, Math.round(rows)), dialect);
    Split split = transforming.map(t -> transformed(t, raw)).orElse(raw);
    if (!(request.family() instanceof TransformFamily)) {
      addLearning(split, rows);
    }
    add(
        "Write",
        "registry",
        "the model as a new version, made the default, in one transaction",
        Transfer.of("nothing"),
        Optional.empty());
  }

  private void addLearning(Split split, double rows) {
    ProfileRequest profile =
        new ProfileRequest(
            new Source(connection, dialect, split.training()),
            columns.features(),
            columns.label(),
            request.family().purpose(),
            request.family().countsByClass());
    Transfer sent =
        Transfer.of(
            "the feature and label columns, as Arrow batches inside this process",
            rows,
            new Schema(request.columns().fields()));
    addProfile(profile, sent);
    addFit(profile, sent);
    if (request.family().hasMetrics()) {
      addMetrics(split);
    }
    if (!request.family().purpose().isSupervised()) {
      addThresholds(split.training());
    }
    if (request.globalExplain()) {
      addAttributions(split.judging());
    }
  }

  /** What TRANSFORM must know, and both sides of the split after it. */
  private Split transformed(TransformSql transforming, Split raw) {
    Transformation open = asked.transformation().orElseThrow();
    String what = "what TRANSFORM must know of the training rows; below it stands as OVER ()";
    while (open.isOpen()) {
      addQuery(
          what,
          Transfer.of("a few numbers and texts"),
          new TransformSql(open, dialect).aggregates(raw.training()));
      int found = open.aggregates(dialect, UnaryOperator.identity()).size();
      open = open.with(Collections.nCopies(found, new Parameter.Missing()), dialect);
      what = "the same of what is made with it; what is found first stands as NULL";
    }
    new InputStatistics(
            transforming.transformation(),
            asked.columns(),
            new Source(connection, dialect, raw.training()),
            !(asked.family() instanceof TransformFamily))
        .query()
        .ifPresent(
            sql ->
                addQuery(
                    "what ML.FEATURE_INFO says of columns that are no features themselves",
                    Transfer.of("a few numbers per column"),
                    sql));
    return raw.through(rows -> transforming.features(rows, asked.passed()));
  }

  /** The rows as they stay the same; answers with the query for them. */
  private String addRows(double rows) {
    boolean stable = TrainingRows.areStable(connection, request.sql());
    String copy = TrainingRows.NAME;
    if (stable) {
      addQuery(
          "the training rows, scanned in their own order", Transfer.of("nothing"), request.sql());
    } else {
      addQuery(
          "the training rows, copied once into a sorted temporary table",
          Transfer.of("nothing"),
          "CREATE TEMPORARY TABLE %s AS\n%s".formatted(copy, TrainingRows.sorted(request.sql())));
    }
    String sql = stable ? request.sql() : "SELECT * FROM " + copy;
    if (request.split() instanceof SplitRule.Auto && request.family().purpose().isSupervised()) {
      addQuery(
          "how many rows there are, which decides the split; about %,.0f are expected"
              .formatted(rows),
          Transfer.of("one number"),
          RowCount.query(sql));
    }
    return sql;
  }

  private void addProfile(ProfileRequest profile, Transfer rows) {
    FitWork.Sends sends = request.family().work().sends();
    boolean whole = sends == FitWork.Sends.ROWS_ONCE;
    if (request.family().isBounded()) {
      addQuery(
          "how many training rows there are; more than such a model keeps are refused",
          Transfer.of("one number"),
          profile.source().select(List.of("count(*)")));
    }
    Profiler.Queries queries =
        sends == FitWork.Sends.SUMS ? Profiler.queries(profile) : Profiler.queries(profile, whole);
    for (String aggregates : queries.aggregates()) {
      addQuery(
          "profile: counts, ranges, categories; deviations by a second query of this kind",
          Transfer.of("a few numbers per column and the category names"),
          aggregates);
    }
    queries
        .rows()
        .ifPresent(
            sql ->
                addQuery(
                    whole
                        ? "profile of the numbers, and the sums and products of the fit"
                        : "profile of the numbers",
                    rows,
                    sql));
  }

  private void addFit(ProfileRequest profile, Transfer rows) {
    FitWork work = tried(request.family().work());
    switch (work.sends()) {
      case SUMS, NUMBERS ->
          add("Fit", dialect.name(), work.what(), Transfer.of("rows of sums"), Optional.empty());
      case ROWS_ONCE ->
          add(
              "Fit",
              "local",
              work.what(),
              Transfer.of("nothing, or the rows again"),
              Optional.empty());
      case ROWS ->
          add(
              "Fit",
              "local",
              work.what(),
              rows,
              Optional.of(
                  RowQuery.expected(profile.source(), profile.features(), profile.label())));
    }
  }

  /** The work of a fit, of as many trials as there will be. */
  private FitWork tried(FitWork work) {
    return request
        .tuning()
        .map(TuningRequest::tuning)
        .map(
            tuning ->
                new FitWork(
                    "at most %d trials, %d at once, of %s by %s, what they read kept for all; each: %s"
                        .formatted(
                            tuning.trials(),
                            tuning.parallelTrials(),
                            tuning.space().stream()
                                .map(Hyperparameter::name)
                                .collect(Collectors.joining(", ")),
                            tuning.algorithm(),
                            work.what()),
                    work.sends()))
        .orElse(work);
  }

  private void addMetrics(Split split) {
    if (request.family().purpose() == Purpose.REDUCTION) {
      return; // they follow from the eigenvalues
    }
    request
        .tuning()
        .filter(tuning -> split.test().isPresent())
        .ifPresent(
            tuning ->
                addQuery(
                    "metrics of each trial over the evaluation rows, judged by %s"
                        .formatted(tuning.tuning().objective().metric()),
                    Transfer.of("one row of metrics for each trial"),
                    metrics(split.trying())));
    addQuery(
        (request.tuning().isPresent() ? "for each trial, " : "")
            + "metrics as aggregates over "
            + evaluated(),
        Transfer.of(
            request.family().purpose() == Purpose.CLASSIFICATION
                ? "one row of metrics, a confusion matrix, at most 101 points of a curve"
                    + sentScores()
                : "one row of metrics"),
        metrics(split.judging()));
  }

  /** The scores' query with the model, which is not there yet, as a call of it. */
  private void addThresholds(String rows) {
    String model = request.definition().name();
    addQuery(
        "the scores that shares of the training rows are above, for ML.DETECT_ANOMALIES",
        Transfer.of("a number per share, about 600"),
        AnomalyThresholds.sql(
            "SELECT <score> AS score FROM ML.PREDICT(MODEL %s, (\n%s\n))".formatted(model, rows),
            dialect));
  }

  private void addAttributions(String rows) {
    addQuery(
        "the features' mean attributions over %s; of trees over about %,d of them at most"
            .formatted(evaluated(), GlobalExplanation.TREE_ROWS_MAX),
        Transfer.of("a number per feature and class"),
        """
        SELECT a.feature, avg(abs(a.attribution)) AS attribution
        FROM (SELECT unnest(top_feature_attributions) AS a
        FROM ML.EXPLAIN_PREDICT(MODEL %s, (
        %s
        ), STRUCT(%d AS top_k_features))) AS explained
        GROUP BY a.feature\
        """
            .formatted(request.definition().name(), rows, columns.features().size()));
  }

  /** The metrics' query with the model, which is not there yet, as a call of it. */
  private String metrics(String rows) {
    String model = request.definition().name();
    String label = columns.label().map(Field::getName).map(dialect::quoteIdentifier).orElse("");
    return switch (request.family().purpose()) {
      case REGRESSION ->
          RegressionMetrics.sql(
              new Scored(
                  "SELECT CAST(%s AS %s) AS y, PREDICT(%s) AS prediction FROM (\n%s\n) AS rows"
                      .formatted(label, dialect.type(ValueType.DOUBLE), model, rows),
                  List.of()));
      case CLASSIFICATION -> {
        List<String> classes = List.of("<first class>", "<second class>");
        yield ClassificationMetrics.evaluate(
            new Scored(
                """
                SELECT CAST(%1$s AS %2$s) AS y, PREDICT(%3$s) AS prediction,
                  PROBABILITY(%3$s FOR '%4$s') AS p1
                FROM (
                %5$s
                ) AS rows\
                """
                    .formatted(label, dialect.type(ValueType.VARCHAR), model, classes.get(1), rows),
                classes),
            dialect);
      }
      case UNSUPERVISED, REDUCTION ->
          "SELECT * FROM ML.EVALUATE(MODEL %s, (\n%s\n))".formatted(model, rows);
    };
  }

  /** What metrics are counted from where rows may be sent, see {@link TrainingFacts}. */
  private String sentScores() {
    return request.family().work().sends() == FitWork.Sends.SUMS
        ? ""
        : "; of three classes or more each row's scores too, 8 B per class and 2 B, where the heap"
            + " has room for them";
  }

  private String evaluated() {
    if (!request.family().purpose().isSupervised()) {
      return "the training rows";
    }
    return switch (request.split()) {
      case SplitRule.None n -> "the training rows (no split)";
      case SplitRule.Auto a when a.tuned() -> "the test rows (none under 500 rows, then a tenth)";
      case SplitRule.Auto a ->
          "the held-out rows (none under 500 rows, a fifth to 50,000, then 10,000)";
      case SplitRule.Random r -> "the held-out %s of the rows".formatted(judged(r.shares()));
      case SplitRule.Custom c -> "the rows whose %s is TRUE or NULL".formatted(c.column());
      case SplitRule.Group g ->
          "%s of the values of %s, each with all its rows"
              .formatted(judged(g.shares()), g.column());
      case SplitRule.Sequential s ->
          "the last %s of the rows by %s".formatted(judged(s.shares()), s.column());
    };
  }

  private static double judged(SplitRule.Shares shares) {
    return shares.test() > 0 ? shares.test() : shares.evaluation();
  }

  private void addQuery(String what, Transfer moves, String sql) {
    add("WarehouseQuery", dialect.name(), what, moves, Optional.of(sql));
  }

  private void add(String kind, String where, String what, Transfer moves, Optional<String> sql) {
    steps.add(new Step(kind, where, what, moves, sql));
  }
}
