/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.xgboost;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitReport;
import org.insitu.executor.fit.LabelProfile;
import org.insitu.executor.fit.Trainer;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.udf.model.ModelFunction;

/** One fit's rounds: what XGBoost is told, the losses noted, when it ends. */
final class BoosterRun {
  /** Of up to so many rows the loss is computed after every round. */
  private static final int LOSS_ROWS_MAX = 100_000;

  /** Of more, after the first, every so many rounds, and after the last. */
  private static final int LOSS_EVERY = 10;

  private final TrainingSet data;
  private final BoostedTreeOptions options;
  private final FitProgress progress;
  private final int threads;
  private final long batchWork;
  private final LabelProfile label;
  private final Objective objective;
  private final LeafValue leaves;
  private final List<FitReport.Iteration> iterations = new ArrayList<>();

  /**
   * Whether the metrics of the fit will say the training rows' loss. XGBoost keeps the scores of
   * boosted trees, those of a forest it would compute for it: that took a tenth of the fit.
   */
  private boolean leavesLoss;

  /**
   * A fit's run.
   *
   * @param batchWork rows times trees of a forest at a time
   */
  BoosterRun(
      TrainingSet data,
      BoostedTreeOptions options,
      FitProgress progress,
      int threads,
      long batchWork) {
    this.data = data;
    this.options = options;
    this.progress = progress;
    this.threads = threads;
    this.batchWork = batchWork;
    this.label = data.profile().label().orElseThrow();
    this.objective = Objective.of(label);
    this.leaves = LeafValue.of(options.ensemble(), label);
  }

  /** Refuses a weight column that leaves nothing to learn from, which XGBoost divides by. */
  private void requireWeights(String column, DMatrix rows) throws XGBoostError {
    float[] weights = rows.getWeight();
    float[] labels = rows.getLabel();
    boolean classes = label instanceof LabelProfile.Classes;
    Set<Float> weighing = new HashSet<>();
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0) {
        weighing.add(classes ? labels[i] : 0);
      }
    }
    if (weighing.size() < (classes ? 2 : 1)) {
      throw InsituException.of(
              ErrorCode.ROW_WEIGHT,
              weighing.isEmpty()
                  ? "The weight '%s' is 0 in every row.".formatted(column)
                  : "The weight '%s' is above 0 in rows of one class only.".formatted(column))
          .hint("Give rows" + (classes ? " of two classes or more" : "") + " a weight above 0.");
    }
  }

  /** The caller disposes of the booster. */
  Booster boost(DMatrix rows, Optional<DMatrix> evaluation) throws XGBoostError {
    if (options.rowWeights().isPresent()) {
      requireWeights(options.rowWeights().get(), rows);
    }
    leavesLoss =
        options.ensemble() instanceof BoostedTreeOptions.Ensemble.RandomForest
            && evaluation.isEmpty()
            && rows.getWeight().length == 0;
    Map<String, DMatrix> watched = new HashMap<>();
    Map<String, Object> parameters = BoosterParameters.of(data, options, objective, threads);
    evaluation.ifPresent(matrix -> watched.put("evaluation", matrix));
    Optional<ForestBatches> batches = batches();
    Optional<StartGradients> start =
        batches.isPresent() ? Optional.of(start(rows)) : Optional.empty();
    start.ifPresent(of -> batches.get().putInto(parameters, options.rounds().learnRate(), of));
    Booster booster = XGBoost.train(rows, parameters, 0, watched, null, null);
    boolean last = false;
    try {
      for (int round = 0; !last; round++) {
        progress.checkCancelled();
        long began = System.nanoTime();
        if (start.isPresent()) {
          batches.get().grow(booster, rows, start.get(), progress);
        } else {
          booster.update(rows, round);
        }
        last = record(booster, round, rows, evaluation, began);
      }
      return booster;
    } finally {
      if (!last) {
        booster.dispose();
      }
    }
  }

  /** A forest of many rows is grown in several rounds; others are one. */
  private Optional<ForestBatches> batches() {
    if (!(options.ensemble() instanceof BoostedTreeOptions.Ensemble.RandomForest)) {
      return Optional.empty();
    }
    int trees = options.tree().parallelTrees();
    var batches = ForestBatches.of(trees, data.rows(), objective.scores(label), batchWork);
    return batches.isOne() ? Optional.empty() : Optional.of(batches);
  }

  private StartGradients start(DMatrix rows) throws XGBoostError {
    return StartGradients.of(objective, rows.getLabel(), rows.getWeight(), objective.scores(label));
  }

  /** The model of a booster, which is disposed of before its trees are read. */
  Trainer.Fitted fitted(Booster booster, long bytesMoved) throws XGBoostError {
    byte[] trees;
    try {
      trees = booster.toByteArray("ubj");
    } finally {
      booster.dispose();
    }
    var forests = BoosterModel.forests(trees, objective, data.features().size(), leaves);
    var model =
        new ModelFunction.BoostedTrees(data.features(), data.label().orElseThrow(), forests);
    var report = new FitReport(method(), "local", bytesMoved, iterations, List.of());
    return new Trainer.Fitted(model, report);
  }

  /** Notes a round's losses; true when it is the last one. */
  private boolean record(
      Booster booster, int round, DMatrix rows, Optional<DMatrix> evaluation, long start)
      throws XGBoostError {
    int number = round + 1;
    OptionalDouble heldOut =
        evaluation.isPresent()
            ? OptionalDouble.of(loss(booster, round, evaluation.get()))
            : OptionalDouble.empty();
    boolean judges = evaluation.isEmpty() && options.rounds().earlyStop();
    double loss = judges || isLossDue(number) ? loss(booster, round, rows) : FitReport.NOT_COMPUTED;
    boolean last =
        number == options.rounds().maxIterations()
            || (options.rounds().earlyStop() && isSlow(heldOut.orElse(loss)));
    if (last && Double.isNaN(loss) && !leavesLoss) {
      loss = loss(booster, round, rows);
    }
    long millis = (System.nanoTime() - start) / 1_000_000;
    iterations.add(
        new FitReport.Iteration(
            number, loss, heldOut, OptionalDouble.of(options.rounds().learnRate()), millis));
    double known = heldOut.orElse(loss);
    progress.report(
        "fit",
        (double) number / options.rounds().maxIterations(),
        "iteration " + number + (Double.isNaN(known) ? "" : ", loss %.6g".formatted(known)));
    return last;
  }

  /**
   * Whether the loss of the training rows is computed after a round that it does not decide about:
   * of many rows only sometimes, for it takes an eighth of the round's time.
   */
  private boolean isLossDue(int number) {
    return !leavesLoss && (data.rows() <= LOSS_ROWS_MAX || number % LOSS_EVERY == 0 || number == 1);
  }

  private double loss(Booster booster, int round, DMatrix matrix) throws XGBoostError {
    if (leaves instanceof LeafValue.Share share) {
      return share.loss(booster.predict(matrix, true), matrix.getLabel(), matrix.getWeight());
    }
    float[] metric = new float[1];
    booster.evalSet(new DMatrix[] {matrix}, new String[] {"rows"}, round, metric);
    return objective.loss(metric[0]);
  }

  /** Whether a loss is too little below that of the round before. */
  private boolean isSlow(double loss) {
    if (iterations.isEmpty()) {
      return false;
    }
    FitReport.Iteration last = iterations.getLast();
    double before = last.evaluationLoss().orElse(last.loss());
    double progressed = before > 0 ? (before - loss) / before : 0;
    return progressed < options.rounds().minRelProgress();
  }

  private String method() {
    return "XGBoost %s, tree_method %s"
        .formatted(objective.parameter(), options.tree().method().parameter());
  }
}
