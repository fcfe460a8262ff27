/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitReport;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.Profile;
import org.insitu.executor.fit.ProfileLimits;
import org.insitu.executor.fit.ProfileRequest;
import org.insitu.executor.fit.Profiler;
import org.insitu.executor.fit.SharedReadings;
import org.insitu.executor.fit.Trainer.Fitted;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.executor.fit.rows.Source;
import org.insitu.executor.registry.FittedModel;
import org.insitu.executor.registry.ModelRegistry;
import org.insitu.executor.registry.NewVersion;
import org.insitu.executor.train.FinishedFit.Tuned;
import org.insitu.executor.train.TrainingFacts.Sending;
import org.insitu.executor.train.family.Family;
import org.insitu.executor.train.family.FamilyFit;
import org.insitu.executor.train.family.FitWork;
import org.insitu.executor.train.family.TransformFamily;
import org.insitu.executor.train.tuning.TrialRuns;
import org.insitu.executor.train.tuning.TuningRequest;
import org.insitu.executor.warehouse.ExclusiveConnection;
import org.insitu.executor.warehouse.WarehouseConnection;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.option.Choice;
import org.insitu.planner.bind.Columns;
import org.insitu.planner.catalog.ModelVersion;
import org.insitu.planner.table.Table;
import org.insitu.planner.transform.TransformSql;
import org.insitu.udf.sql.SqlDialect;
import org.insitu.udf.transform.Transformation;

/**
 * Runs a fit from its query to the registry. A fit that fails or is cancelled leaves the registry
 * as it was.
 */
public final class FitRunner {
  private final WarehouseConnection connection;
  private final ModelRegistry registry;
  private final SqlDialect dialect;
  private final FitResources resources;
  private final FitProgress progress;

  /**
   * A runner for one fit.
   *
   * @param progress told of phases and iterations, asked before each statement whether to go on
   */
  public FitRunner(
      WarehouseConnection connection,
      ModelRegistry registry,
      SqlDialect dialect,
      FitResources resources,
      FitProgress progress) {
    this.connection = new CheckedConnection(connection, progress);
    this.registry = registry;
    this.dialect = dialect;
    this.resources = resources;
    this.progress = progress;
  }

  /** Fits and keeps. */
  public FitOutcome run(FitRequest request) {
    long start = System.nanoTime();
    return overStableRows(
        request,
        rows -> {
          RowCount count = new RowCount(connection, rows);
          Split split = split(request, rows, count, dialect);
          return new Run(request, split, count, start).fit();
        });
  }

  /**
   * Fits once for each fold of the rows, on those outside of it, and evaluates the model on those
   * in it. Nothing is kept.
   *
   * @param request what to fit; its split says only which rows belong together
   * @return one row per fold, see {@link Folds}
   */
  public Table crossValidate(FitRequest request, int folds) {
    long start = System.nanoTime();
    return overStableRows(
        request,
        rows -> {
          RowCount count = new RowCount(connection, rows);
          Folds parts = new Folds(rows, request, folds, dialect);
          for (int fold = 1; fold <= folds; fold++) {
            progress.report("fold", (fold - 1.0) / folds, "fold %d of %d".formatted(fold, folds));
            Split split = parts.split(fold);
            Learned learned = new Run(request, split, count, start).learn(FitFacts::evaluated);
            long evaluated = new RowCount(connection, split.evaluation().orElseThrow()).getAsLong();
            parts.add(fold, learned.read().rows(), evaluated, learned.tuned().best().model());
          }
          return parts.table();
        });
  }

  private <T> T overStableRows(FitRequest request, Function<String, T> work) {
    try {
      refuse(request);
      try (var snapshot = connection.snapshot();
          TrainingRows rows = TrainingRows.of(connection, request.sql())) {
        return work.apply(rows.sql());
      }
    } catch (InsituException e) {
      throw e.code() == ErrorCode.CANCELLED ? e : e.at(request.position());
    }
  }

  /** Refuses what can be known before a row is read. */
  private static void refuse(FitRequest request) {
    if (request.transformation().isPresent()) {
      return; // its outputs are described when it is fitted
    }
    if (request.family() instanceof TransformFamily) {
      throw InsituException.of(
              ErrorCode.TRANSFORM, "A model of type TRANSFORM_ONLY has no TRANSFORM clause.")
          .hint("CREATE MODEL m TRANSFORM (...) OPTIONS (MODEL_TYPE = 'TRANSFORM_ONLY') AS ....");
    }
    TrainingColumns.of(request);
  }

  /** One fit over stable rows. */
  private final class Run {
    private final FitRequest request;
    private final long start;
    private final RowCount count;
    private final Split raw;
    private final Optional<Transformation> transformation;
    private final List<String> notices = new ArrayList<>();

    Run(FitRequest request, Split raw, RowCount count, long start) {
      this.request = request;
      this.start = start;
      this.count = count;
      this.raw = raw;
      progress.report("profile", -1, "");
      this.transformation =
          request
              .transformation()
              .map(
                  unfitted ->
                      new TransformFit(connection, dialect, request.family().levelColumns())
                          .fit(unfitted, raw.training(), request.passed()));
      progress.checkCancelled();
    }

    FitOutcome fit() {
      return keep(learn(FitFacts::of));
    }

    /**
     * The model, not kept yet.
     *
     * @param finish finds out what is to be known of it
     */
    Learned learn(BiFunction<FitFacts, Fitted, FinishedFit> finish) {
      if (request.family() instanceof TransformFamily only) {
        Fitted nothing = only.fitted();
        Table none = new Table(FeatureInfo.COLUMNS, List.of());
        Map<String, Table> facts = Map.of("FEATURE_INFO", inputs(connection, none));
        FittedModel model = new FittedModel(nothing.model(), facts, List.of());
        return new Learned(
            new FinishedFit(model, nothing.report()).alone(), new Read(count.getAsLong(), 0));
      }
      if (transformation.isEmpty()) {
        return learn(request, raw, finish);
      }
      TransformSql transforming = new TransformSql(transformation.get(), dialect);
      Split made = raw.through(rows -> transforming.features(rows, request.passed()));
      return learn(
          request.transformed(
              transformation.get(), Columns.of(connection.describe(made.training()))),
          made,
          finish);
    }

    private Learned learn(
        FitRequest learned, Split split, BiFunction<FitFacts, Fitted, FinishedFit> finish) {
      TrainingColumns columns = TrainingColumns.of(learned);
      learned.policies().check(columns.features());
      if (learned.strict()) {
        progress.report("preflight", -1, "");
        StrictFit.check(learned, columns, split.training(), connection, dialect);
      }
      WarehouseConnection line =
          learned.tuning().isPresent() ? new ExclusiveConnection(connection) : connection;
      Source source = new Source(line, dialect, split.training());
      ProfileRequest wanted =
          new ProfileRequest(
              source,
              columns.features(),
              columns.label(),
              learned.family().purpose(),
              learned.family().countsByClass());
      FamilyFit family = learned.family().fit(wanted, resources, progress);
      Profile profile = learned.policies().on(profile(family, learned.split(), split, count));
      progress.checkCancelled();
      progress.report("fit", 0, "");
      FitFacts facts =
          new FitFacts(
              line,
              dialect,
              learned,
              split,
              profile,
              sending(learned, profile),
              features -> inputs(line, features));
      Tuned tuned =
          learned
              .tuning()
              .map(tuning -> tuned(tuning, wanted, set(source, profile, split), facts, finish))
              .orElseGet(() -> single(family.fit(set(source, profile, split)), facts, finish));
      profile.notices().forEach(notices::add);
      notices.addAll(ProfileNotices.of(profile));
      noteUnexplained(learned, tuned.best());
      return new Learned(tuned, new Read(profile.rows(), profile.bytesMoved()));
    }

    /** Scores may be sent where rows may. */
    private Sending sending(FitRequest learned, Profile profile) {
      int fits = learned.tuning().map(tuning -> tuning.tuning().parallelTrials()).orElse(1);
      boolean allowed = learned.family().work().sends() != FitWork.Sends.SUMS;
      return new Sending(allowed, resources.among(fits), fits, profile.rows());
    }

    /** ML.FEATURE_INFO is about the columns before they are transformed. */
    private Table inputs(WarehouseConnection line, Table features) {
      return transformation
          .map(
              t ->
                  new InputStatistics(
                          t,
                          request.columns(),
                          new Source(line, dialect, raw.training()),
                          !(request.family() instanceof TransformFamily))
                      .table(features))
          .orElse(features);
    }

    private static TrainingSet set(Source source, Profile profile, Split split) {
      return new TrainingSet(source, profile, split.evaluation().map(source::withSql));
    }

    private Tuned single(
        Fitted fitted, FitFacts facts, BiFunction<FitFacts, Fitted, FinishedFit> finish) {
      resources.giveBack(fitted.report().bytesMoved());
      return finished(fitted, facts, finish, progress).alone();
    }

    private static FinishedFit finished(
        Fitted fitted,
        FitFacts facts,
        BiFunction<FitFacts, Fitted, FinishedFit> finish,
        FitProgress progress) {
      progress.report("evaluate", -1, "");
      progress.checkCancelled();
      FinishedFit fit = finish.apply(facts, fitted);
      progress.checkCancelled();
      return fit;
    }

    /** All trials, over rows that are read once. */
    private Tuned tuned(
        TuningRequest tuning,
        ProfileRequest wanted,
        TrainingSet rows,
        FitFacts facts,
        BiFunction<FitFacts, Fitted, FinishedFit> finish) {
      FitResources each = resources.among(tuning.tuning().parallelTrials());
      try (SharedReadings readings = new SharedReadings()) {
        TrainingSet data = rows.with(readings);
        return TrialRuns.run(
            tuning,
            new TrialRuns.Fitting() {
              @Override
              public FinishedFit fit(Family family, FitProgress progress) {
                Fitted fitted = family.fit(wanted, each, progress).fit(data);
                return finished(fitted, facts, finish, progress);
              }

              @Override
              public double metric(FinishedFit fit, Choice.Objective objective) {
                return facts.metric(fit, objective);
              }
            },
            progress);
      }
    }

    private void noteUnexplained(FitRequest learned, FinishedFit fit) {
      if (learned.globalExplain() && !fit.model().facts().containsKey("GLOBAL_EXPLAIN")) {
        notices.add(
            "Option ENABLE_GLOBAL_EXPLAIN has no effect on a model of type %s here."
                .formatted(learned.definition().modelType()));
      }
    }

    private FitOutcome keep(Learned learned) {
      Tuned tuned = learned.tuned();
      Read read = learned.read();
      FitReport report = tuned.best().report();
      double loss =
          report.iterations().isEmpty() ? Double.NaN : report.iterations().getLast().loss();
      ModelVersion version =
          registry.add(
              request.definition(),
              new NewVersion(
                  request.definition().modelType(),
                  transformation,
                  tuned.best().model().with(tuned.trialInfo()),
                  tuned.others(),
                  read.rows(),
                  loss),
              request.mayExist());
      if (raw.evaluation().isPresent() && request.split().isByFingerprint()) {
        HeldOutShare.notice(request.split(), count.getAsLong(), read.rows())
            .ifPresent(notices::add);
      }
      notices.addAll(report.notices());
      long millis = (System.nanoTime() - start) / 1_000_000;
      return new FitOutcome(
          version, read.rows(), report, read.bytes() + tuned.bytesMoved(), millis, notices);
    }
  }

  /** What a fit came to, not kept yet. */
  private record Learned(Tuned tuned, Read read) {}

  /** The rows trained on, and the bytes that the profile moved. */
  private record Read(long rows, long bytes) {}

  private static Profile profile(FamilyFit family, SplitRule rule, Split split, RowCount count) {
    try {
      return family.profile(new Profiler(ProfileLimits.DEFAULT));
    } catch (InsituException e) {
      if (e.code() == ErrorCode.NO_ROWS
          && split.evaluation().isPresent()
          && count.getAsLong() > 0) {
        throw HeldOutShare.nothingLeft(rule, count.getAsLong());
      }
      throw e;
    }
  }

  /** How a fit splits the rows of a query. */
  static Split split(FitRequest request, String sql, LongSupplier count, SqlDialect dialect) {
    if (!request.family().purpose().isSupervised()) {
      return Split.none(sql);
    }
    return request.split().split(sql, request.columns(), count, dialect);
  }
}
