/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import org.insitu.executor.fit.FitReport;
import org.insitu.executor.fit.Profile;
import org.insitu.executor.fit.Trainer.Fitted;
import org.insitu.executor.fit.rows.Source;
import org.insitu.executor.registry.FittedModel;
import org.insitu.executor.train.TrainingFacts.Sending;
import org.insitu.executor.warehouse.WarehouseConnection;
import org.insitu.parser.option.Choice;
import org.insitu.planner.table.Table;
import org.insitu.udf.model.ModelExplanations;
import org.insitu.udf.model.ModelFunction;
import org.insitu.udf.sql.SqlDialect;
import org.jspecify.annotations.Nullable;

/**
 * Finds out, after a fit, all that its version will answer without data.
 *
 * <p><b>Threads:</b> safe where the connection is.
 */
final class FitFacts {
  /** The metrics that {@link FitReport} calls loss. */
  private static final List<String> LOSSES = List.of("log_loss", "mean_squared_error");

  private final WarehouseConnection connection;
  private final SqlDialect dialect;
  private final FitRequest request;
  private final Split split;
  private final Profile profile;
  private final UnaryOperator<Table> inputs;
  private final Sending sending;
  private @Nullable Table featureInfo;

  /**
   * @param request whose columns the model was fitted on
   * @param profile of the training rows
   * @param sending of scores, for metrics
   * @param inputs makes of a table of the features that of the columns the user has; asked once
   */
  FitFacts(
      WarehouseConnection connection,
      SqlDialect dialect,
      FitRequest request,
      Split split,
      Profile profile,
      Sending sending,
      UnaryOperator<Table> inputs) {
    this.connection = connection;
    this.dialect = dialect;
    this.request = request;
    this.split = split;
    this.profile = profile;
    this.sending = sending;
    this.inputs = inputs;
  }

  /** The model with its facts. */
  FinishedFit of(Fitted fitted) {
    TrainingFacts collected = collector(fitted.model(), split);
    Map<String, Table> facts = new HashMap<>(collected.metrics());
    FitReport report = withLoss(fitted.report(), facts);
    facts.put("TRAINING_INFO", TrainingInfo.of(report));
    facts.put("FEATURE_INFO", featureInfo());
    fitted.estimates().ifPresent(estimates -> facts.putAll(EstimateTables.of(estimates)));
    if (isExplained(fitted)) {
      GlobalExplanation explanation = new GlobalExplanation(connection, dialect);
      facts.put("GLOBAL_EXPLAIN", explanation.of(fitted.model(), request.columns(), split));
    }
    List<String> notices = new ArrayList<>(report.notices());
    notices.addAll(collected.notices());
    return new FinishedFit(
        new FittedModel(fitted.model(), facts, collected.kernelFunctions()),
        report.withNotices(notices).withMoreBytesMoved(collected.bytesMoved()));
  }

  /** The loss that a trainer leaves to the metrics; it is of the rows that they are of. */
  private FitReport withLoss(FitReport report, Map<String, Table> facts) {
    Table metrics = facts.get("EVALUATE");
    if (!report.leavesLoss() || metrics == null || split.test().isPresent()) {
      return report;
    }
    OptionalDouble loss = loss(metrics);
    return split.evaluation().isPresent()
        ? report.withLastLosses(FitReport.NOT_COMPUTED, loss)
        : report.withLastLosses(loss.orElse(FitReport.NOT_COMPUTED), OptionalDouble.empty());
  }

  private static OptionalDouble loss(Table metrics) {
    return metrics.columns().stream()
        .map(Table.Column::name)
        .filter(LOSSES::contains)
        .map(name -> metrics.value(0, name))
        .filter(Double.class::isInstance)
        .mapToDouble(Double.class::cast)
        .findFirst();
  }

  /** The model with its metrics alone, of one that is not kept. */
  FinishedFit evaluated(Fitted fitted) {
    TrainingFacts collected = collector(fitted.model(), split);
    return new FinishedFit(
        new FittedModel(fitted.model(), Map.of("EVALUATE", collected.evaluation()), List.of()),
        fitted.report());
  }

  /** The same for every model over these rows. */
  private synchronized Table featureInfo() {
    Table found = featureInfo;
    if (found == null) {
      found =
          inputs.apply(FeatureInfo.of(profile, new Source(connection, dialect, split.training())));
      featureInfo = found;
    }
    return found;
  }

  /** Whether attributions were asked for and can be had. */
  private boolean isExplained(Fitted fitted) {
    return request.globalExplain() && ModelExplanations.areDefined(fitted.model());
  }

  /**
   * The objective over the rows that judge trials; NaN where it is not defined. Where none are kept
   * for the test, the facts have it.
   */
  double metric(FinishedFit fit, Choice.Objective objective) {
    Table evaluation =
        split.test().isEmpty()
            ? Objects.requireNonNull(fit.model().facts().get("EVALUATE"))
            : collector(fit.model().function(), Split.none(split.trying())).evaluation();
    return evaluation.value(0, objective.metric()) instanceof Double value ? value : Double.NaN;
  }

  private TrainingFacts collector(ModelFunction model, Split rows) {
    return new TrainingFacts(connection, dialect, model, request.columns(), rows, sending);
  }
}
