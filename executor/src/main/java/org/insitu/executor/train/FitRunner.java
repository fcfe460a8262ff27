/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitReport;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.Profile;
import org.insitu.executor.fit.ProfileLimits;
import org.insitu.executor.fit.ProfileRequest;
import org.insitu.executor.fit.Profiler;
import org.insitu.executor.fit.Trainer.Fitted;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.executor.fit.rows.Source;
import org.insitu.executor.registry.ModelRegistry;
import org.insitu.executor.registry.NewVersion;
import org.insitu.executor.train.family.FamilyFit;
import org.insitu.executor.train.family.TransformFamily;
import org.insitu.executor.warehouse.WarehouseConnection;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.planner.bind.Columns;
import org.insitu.planner.catalog.ModelVersion;
import org.insitu.planner.table.Table;
import org.insitu.planner.transform.TransformSql;
import org.insitu.udf.model.ModelExplanations;
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

  public FitRunner(
      WarehouseConnection connection,
      ModelRegistry registry,
      SqlDialect dialect,
      FitResources resources) {
    this.connection = connection;
    this.registry = registry;
    this.dialect = dialect;
    this.resources = resources;
  }

  /**
   * Fits and keeps.
   *
   * @param request what to fit
   * @param progress told of phases and iterations
   */
  public FitOutcome run(FitRequest request, FitProgress progress) {
    long start = System.nanoTime();
    try {
      refuse(request);
      try (var snapshot = connection.snapshot();
          TrainingRows rows = TrainingRows.of(connection, request.sql())) {
        return new Run(request, rows.sql(), progress, start).fit();
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
    private final FitProgress progress;
    private final long start;
    private final RowCount count;
    private final Split raw;
    private final Optional<Transformation> transformation;
    private final List<String> notices = new ArrayList<>();

    Run(FitRequest request, String rows, FitProgress progress, long start) {
      this.request = request;
      this.progress = progress;
      this.start = start;
      this.count = new RowCount(connection, rows);
      this.raw = split(request, rows, count, dialect);
      progress.report("profile", -1, "");
      this.transformation =
          request
              .transformation()
              .map(
                  unfitted ->
                      new TransformFit(connection, dialect)
                          .fit(unfitted, raw.training(), request.passed()));
      progress.checkCancelled();
    }

    FitOutcome fit() {
      if (request.family() instanceof TransformFamily only) {
        return keep(only.fitted(), Map.of(), List.of(), new Read(count.getAsLong(), 0));
      }
      if (transformation.isEmpty()) {
        return fit(request, raw);
      }
      TransformSql transforming = new TransformSql(transformation.get(), dialect);
      Split made = raw.through(rows -> transforming.features(rows, request.passed()));
      return fit(request.transformed(Columns.of(connection.describe(made.training()))), made);
    }

    private FitOutcome fit(FitRequest learned, Split split) {
      TrainingColumns columns = TrainingColumns.of(learned);
      if (learned.strict()) {
        progress.report("preflight", -1, "");
        StrictFit.check(learned, columns, split.training(), connection, dialect);
      }
      Source source = new Source(connection, dialect, split.training());
      ProfileRequest wanted =
          new ProfileRequest(
              source, columns.features(), columns.label(), learned.family().purpose());
      FamilyFit family = learned.family().fit(wanted, resources, progress);
      Profile profile = profile(family, learned.split(), split, count);
      progress.checkCancelled();
      TrainingSet data = new TrainingSet(source, profile, split.evaluation().map(source::withSql));
      progress.report("fit", 0, "");
      Fitted fitted = family.fit(data);
      progress.report("evaluate", -1, "");
      progress.checkCancelled();
      TrainingFacts collected =
          new TrainingFacts(connection, dialect, fitted.model(), learned.columns(), split);
      Map<String, Table> facts = new HashMap<>(collected.metrics());
      facts.put("TRAINING_INFO", TrainingFacts.trainingInfo(fitted.report()));
      facts.put("FEATURE_INFO", collected.featureInfo(profile));
      fitted.estimates().ifPresent(estimates -> facts.putAll(EstimateTables.of(estimates)));
      progress.checkCancelled();
      profile.notices().forEach(notices::add);
      notices.addAll(ProfileNotices.of(profile));
      notices.addAll(collected.notices());
      if (learned.globalExplain()) {
        explain(learned, fitted, split, facts);
      }
      if (raw.evaluation().isPresent() && request.split().isByFingerprint()) {
        HeldOutShare.notice(request.split(), count.getAsLong(), profile.rows())
            .ifPresent(notices::add);
      }
      return keep(
          fitted,
          facts,
          collected.forestFunctions(),
          new Read(profile.rows(), profile.bytesMoved()));
    }

    private void explain(FitRequest learned, Fitted fitted, Split split, Map<String, Table> facts) {
      if (!ModelExplanations.areDefined(fitted.model())) {
        notices.add(
            "Option ENABLE_GLOBAL_EXPLAIN has no effect on a model of type %s here."
                .formatted(learned.definition().modelType()));
        return;
      }
      GlobalExplanation explanation = new GlobalExplanation(connection, dialect);
      facts.put("GLOBAL_EXPLAIN", explanation.of(fitted.model(), learned.columns(), split));
    }

    private FitOutcome keep(
        Fitted fitted, Map<String, Table> facts, List<String> forestFunctions, Read read) {
      FitReport report = fitted.report();
      double loss =
          report.iterations().isEmpty() ? Double.NaN : report.iterations().getLast().loss();
      ModelVersion version =
          registry.add(
              request.definition(),
              new NewVersion(
                  request.definition().modelType(),
                  transformation,
                  fitted.model(),
                  facts,
                  forestFunctions,
                  read.rows(),
                  loss),
              request.mayExist());
      notices.addAll(report.notices());
      long millis = (System.nanoTime() - start) / 1_000_000;
      return new FitOutcome(
          version, read.rows(), report, read.bytes() + report.bytesMoved(), millis, notices);
    }
  }

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
