/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitReport;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.Profile;
import org.insitu.executor.fit.ProfileLimits;
import org.insitu.executor.fit.ProfileRequest;
import org.insitu.executor.fit.Profiler;
import org.insitu.executor.fit.Purpose;
import org.insitu.executor.fit.Trainer.Fitted;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.executor.fit.rows.Source;
import org.insitu.executor.registry.ModelRegistry;
import org.insitu.executor.registry.NewVersion;
import org.insitu.executor.train.family.FamilyFit;
import org.insitu.executor.warehouse.WarehouseConnection;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.planner.catalog.ModelVersion;
import org.insitu.planner.table.Table;
import org.insitu.udf.sql.SqlDialect;

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
      TrainingColumns columns = TrainingColumns.of(request);
      try (var snapshot = connection.snapshot();
          TrainingRows rows = TrainingRows.of(connection, request.sql())) {
        return fit(request, columns, rows, progress, start);
      }
    } catch (InsituException e) {
      throw e.code() == ErrorCode.CANCELLED ? e : e.at(request.position());
    }
  }

  private FitOutcome fit(
      FitRequest request,
      TrainingColumns columns,
      TrainingRows rows,
      FitProgress progress,
      long start) {
    progress.report("profile", -1, "");
    RowCount count = new RowCount(connection, rows.sql());
    Split split = split(request, rows.sql(), count, dialect);
    Source source = new Source(connection, dialect, split.training());
    ProfileRequest wanted =
        new ProfileRequest(source, columns.features(), columns.label(), request.family().purpose());
    FamilyFit family = request.family().fit(wanted, resources, progress);
    Profile profile = profile(family, request.split(), split, count);
    progress.checkCancelled();
    TrainingSet data = new TrainingSet(source, profile, split.evaluation().map(source::withSql));
    progress.report("fit", 0, "");
    Fitted fitted = family.fit(data);
    progress.report("evaluate", -1, "");
    progress.checkCancelled();
    Map<String, Table> facts = new HashMap<>();
    TrainingFacts collected =
        new TrainingFacts(connection, dialect, fitted.model(), request.columns(), split);
    facts.putAll(collected.metrics());
    facts.put("TRAINING_INFO", TrainingFacts.trainingInfo(fitted.report()));
    facts.put("FEATURE_INFO", collected.featureInfo(profile));
    progress.checkCancelled();
    List<String> notices = new ArrayList<>(profile.notices());
    notices.addAll(fitted.report().notices());
    if (split.evaluation().isPresent() && request.split().isByFingerprint()) {
      HeldOutShare.notice(request.split(), count.getAsLong(), profile.rows())
          .ifPresent(notices::add);
    }
    return keep(request, fitted, facts, profile, collected.forestFunctions(), notices, start);
  }

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

  private FitOutcome keep(
      FitRequest request,
      Fitted fitted,
      Map<String, Table> facts,
      Profile profile,
      List<String> forestFunctions,
      List<String> notices,
      long start) {
    FitReport report = fitted.report();
    double loss = report.iterations().isEmpty() ? Double.NaN : report.iterations().getLast().loss();
    ModelVersion version =
        registry.add(
            request.definition(),
            new NewVersion(
                request.definition().modelType(),
                fitted.model(),
                facts,
                forestFunctions,
                profile.rows(),
                loss),
            request.mayExist());
    long millis = (System.nanoTime() - start) / 1_000_000;
    long bytes = profile.bytesMoved() + report.bytesMoved();
    return new FitOutcome(version, profile.rows(), report, bytes, millis, notices);
  }

  /** How a fit splits the rows of a query. */
  static Split split(FitRequest request, String sql, LongSupplier count, SqlDialect dialect) {
    if (request.family().purpose() == Purpose.UNSUPERVISED) {
      return Split.none(sql);
    }
    return request.split().split(sql, request.columns().names(), count, dialect);
  }
}
