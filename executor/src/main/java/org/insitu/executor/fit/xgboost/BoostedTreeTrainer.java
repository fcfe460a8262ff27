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
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.LabelProfile;
import org.insitu.executor.fit.Readings.Reading;
import org.insitu.executor.fit.Trainer;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.executor.fit.rows.Source;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.udf.model.ModelFunction;

/**
 * Fits boosted trees, random forests and decision trees; classifiers or regressions by the label.
 * The latter two are one round of XGBoost's, at a learning rate of 1.
 *
 * <p>A classifier of theirs starts from even odds, as BigQuery's XGBoost does: the one step that a
 * leaf then takes is positive exactly where its class has the majority. From the odds of all rows,
 * where later versions start, it is not.
 *
 * <p><b>Errors:</b> TOO_MUCH_DATA before rows are read; ROW_WEIGHT; CANCELLED between rounds;
 * INTERNAL with XGBoost's own text.
 */
public final class BoostedTreeTrainer implements Trainer<BoostedTreeOptions> {
  /** Of up to so many rows the loss is computed after every round. */
  private static final int LOSS_ROWS_MAX = 100_000;

  /** Of more, after the first, every so many rounds, and after the last. */
  private static final int LOSS_EVERY = 10;

  /** Of a node: in the library's bytes, read, and in the forest. */
  private static final int NODE_BYTES = 200;

  private final FitResources resources;

  public BoostedTreeTrainer(FitResources resources) {
    this.resources = resources;
  }

  @Override
  public Fitted fit(TrainingSet data, BoostedTreeOptions options, FitProgress progress) {
    int rows = requireSize(data.rows(), data.features().size());
    requireNodes(data, options);
    Run run = new Run(data, options, progress);
    try {
      return run.fitted(boost(run, data, rows));
    } catch (XGBoostError e) {
      throw failed(e);
    }
  }

  /** The trees, the rows' memory being free again. */
  private Booster boost(Run run, TrainingSet data, int rows) throws XGBoostError {
    BoostedTreeOptions options = run.options;
    try (Reading<TreeMatrix> training =
        run.read(data.source(), rows, options.tree().method().usesHistograms())) {
      int heldOut = data.evaluation().map(source -> requireSize(source, data)).orElse(0);
      // XGBoost does not say that fits may share a matrix at the same time.
      synchronized (training.value()) {
        if (heldOut == 0) {
          return run.boost(training, Optional.empty());
        }
        try (Reading<TreeMatrix> evaluation =
            run.read(data.evaluation().orElseThrow(), heldOut, false)) {
          return run.boost(training, Optional.of(evaluation));
        }
      }
    }
  }

  private static InsituException failed(XGBoostError e) {
    return InsituException.of(ErrorCode.INTERNAL, "XGBoost: " + e.getMessage()).causedBy(e);
  }

  private int requireSize(Source evaluation, TrainingSet data) {
    long rows =
        data.readings()
            .read(evaluation, () -> (long) evaluation.aggregate(List.of("count(*)"))[0])
            .value();
    return requireSize(rows, data.features().size());
  }

  private int requireSize(long rows, int columns) {
    resources.requireNative(
        (double) rows * columns * TreeMatrix.BYTES_PER_VALUE,
        "XGBoost's matrix of %d rows of %d columns".formatted(rows, columns));
    if (rows > Integer.MAX_VALUE - 8) {
      throw InsituException.of(
          ErrorCode.TOO_MUCH_DATA,
          "Rows: %d (allowed for boosted trees: <= %d)".formatted(rows, Integer.MAX_VALUE - 8));
    }
    return (int) rows;
  }

  /** The model itself, of deep trees, were every leaf filled with no more rows than it must. */
  private void requireNodes(TrainingSet data, BoostedTreeOptions options) {
    double scores =
        data.profile().label().orElseThrow() instanceof LabelProfile.Classes classes
                && classes.rows().size() > 2
            ? classes.rows().size()
            : 1;
    double trees = scores * options.rounds().maxIterations() * options.tree().parallelTrees();
    double leaves =
        Math.min(Math.scalb(1.0, options.tree().maxDepth()), Math.max(1, (double) data.rows()));
    resources.requireHeap(
        trees * 2 * leaves * NODE_BYTES,
        "%.0f trees of %d levels".formatted(trees, options.tree().maxDepth()),
        "Lower MAX_TREE_DEPTH or the number of trees.");
  }

  /** One fit. */
  private final class Run {
    private final TrainingSet data;
    private final BoostedTreeOptions options;
    private final FitProgress progress;
    private final LabelProfile label;
    private final Objective objective;
    private final LeafValue leaves;
    private final List<FitReport.Iteration> iterations = new ArrayList<>();

    /**
     * Whether the metrics of the fit will say the training rows' loss. XGBoost keeps the scores of
     * boosted trees, those of a forest it would compute for it: that took a tenth of the fit.
     */
    private boolean leavesLoss;

    private long bytesMoved;

    Run(TrainingSet data, BoostedTreeOptions options, FitProgress progress) {
      this.data = data;
      this.options = options;
      this.progress = progress;
      this.label = data.profile().label().orElseThrow();
      this.objective = Objective.of(label);
      this.leaves = LeafValue.of(options.ensemble(), label);
    }

    Reading<TreeMatrix> read(Source source, int rows, boolean histograms) {
      var key = List.of(TreeMatrix.class, source, histograms);
      return data.readings().read(key, () -> matrix(source, rows, histograms));
    }

    private TreeMatrix matrix(Source source, int rows, boolean histograms) {
      Optional<double[]> classWeights =
          label instanceof LabelProfile.Classes classes
              ? Optional.of(options.classWeights().of(classes))
              : Optional.empty();
      var binning = new TreeMatrix.Binning(histograms, resources.threads());
      var weights = new Targets.Weights(classWeights, options.rowWeights());
      try {
        return TreeMatrix.read(source, rows, data.features(), label, weights, binning, progress);
      } catch (XGBoostError e) {
        throw failed(e);
      }
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
    Booster boost(Reading<TreeMatrix> training, Optional<Reading<TreeMatrix>> evaluation)
        throws XGBoostError {
      DMatrix rows = training.value().matrix();
      Optional<DMatrix> judging = evaluation.map(reading -> reading.value().matrix());
      if (options.rowWeights().isPresent()) {
        requireWeights(options.rowWeights().get(), rows);
      }
      leavesLoss =
          options.ensemble() instanceof BoostedTreeOptions.Ensemble.RandomForest
              && evaluation.isEmpty()
              && rows.getWeight().length == 0;
      Map<String, DMatrix> watched = new HashMap<>();
      Map<String, Object> parameters =
          BoosterParameters.of(data, options, objective, resources.threads());
      judging.ifPresent(matrix -> watched.put("evaluation", matrix));
      bytesMoved = bytes(training) + evaluation.map(Run::bytes).orElse(0L);
      Booster booster = XGBoost.train(rows, parameters, 0, watched, null, null);
      boolean last = false;
      try {
        for (int round = 0; !last; round++) {
          progress.checkCancelled();
          long start = System.nanoTime();
          booster.update(rows, round);
          last = record(booster, round, rows, judging, start);
        }
        return booster;
      } finally {
        if (!last) {
          booster.dispose();
        }
      }
    }

    /** The model of a booster, which is disposed of before its trees are read. */
    Fitted fitted(Booster booster) throws XGBoostError {
      byte[] trees;
      try {
        trees = booster.toByteArray("ubj");
      } finally {
        booster.dispose();
      }
      var forests = BoosterModel.forests(trees, objective, data.features().size(), leaves);
      var model =
          new ModelFunction.BoostedTrees(data.features(), data.label().orElseThrow(), forests);
      return new Fitted(model, new FitReport(method(), "local", bytesMoved, iterations, List.of()));
    }

    private static long bytes(Reading<TreeMatrix> reading) {
      return reading.isNew() ? reading.value().bytesRead() : 0;
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
      double loss =
          judges || isLossDue(number) ? loss(booster, round, rows) : FitReport.NOT_COMPUTED;
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
     * Whether the loss of the training rows is computed after a round that it does not decide
     * about: of many rows only sometimes, for it takes an eighth of the round's time.
     */
    private boolean isLossDue(int number) {
      return !leavesLoss
          && (data.rows() <= LOSS_ROWS_MAX || number % LOSS_EVERY == 0 || number == 1);
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
}
