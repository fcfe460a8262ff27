/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.xgboost;

import java.util.List;
import java.util.Optional;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.LabelProfile;
import org.insitu.executor.fit.Readings.Reading;
import org.insitu.executor.fit.Trainer;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.executor.fit.rows.Source;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;

/**
 * Fits boosted trees, random forests and decision trees; classifiers or regressions by the label.
 * The latter two are one round of XGBoost's, at a learning rate of 1; a forest of many rows is
 * grown in {@link ForestBatches}.
 *
 * <p>A classifier of theirs starts from even odds, as BigQuery's XGBoost does: the one step that a
 * leaf then takes is positive exactly where its class has the majority. From the odds of all rows,
 * where later versions start, it is not.
 *
 * <p><b>Errors:</b> TOO_MUCH_DATA before rows are read; ROW_WEIGHT; CANCELLED between rounds and
 * batches; INTERNAL with XGBoost's own text.
 */
public final class BoostedTreeTrainer implements Trainer<BoostedTreeOptions> {
  /** Of a node: in the library's bytes, read, and in the forest. */
  private static final int NODE_BYTES = 200;

  private final FitResources resources;
  private final long batchWork;

  public BoostedTreeTrainer(FitResources resources) {
    this(resources, ForestBatches.WORK);
  }

  /** With so many rows times trees of a forest at a time. */
  BoostedTreeTrainer(FitResources resources, long batchWork) {
    this.resources = resources;
    this.batchWork = batchWork;
  }

  @Override
  public Fitted fit(TrainingSet data, BoostedTreeOptions options, FitProgress progress) {
    int rows = requireSize(data.rows(), data.features().size());
    requireNodes(data, options);
    var run = new BoosterRun(data, options, progress, resources.threads(), batchWork);
    Matrices matrices = new Matrices(data, options, progress);
    try {
      Booster booster = boost(run, matrices, rows);
      return run.fitted(booster, matrices.bytesMoved);
    } catch (XGBoostError e) {
      throw failed(e);
    }
  }

  /** The trees, the rows' memory being free again. */
  private Booster boost(BoosterRun run, Matrices matrices, int rows) throws XGBoostError {
    try (Reading<TreeMatrix> training = matrices.training(rows)) {
      DMatrix matrix = training.value().matrix();
      int heldOut = matrices.data.evaluation().map(s -> requireSize(s, matrices.data)).orElse(0);
      // XGBoost does not say that fits may share a matrix at the same time.
      synchronized (training.value()) {
        if (heldOut == 0) {
          return run.boost(matrix, Optional.empty());
        }
        try (Reading<TreeMatrix> evaluation = matrices.evaluation(heldOut)) {
          return run.boost(matrix, Optional.of(evaluation.value().matrix()));
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
    LabelProfile label = data.profile().label().orElseThrow();
    double scores = Objective.of(label).scores(label);
    double trees = scores * options.rounds().maxIterations() * options.tree().parallelTrees();
    double leaves =
        Math.min(Math.scalb(1.0, options.tree().maxDepth()), Math.max(1, (double) data.rows()));
    resources.requireHeap(
        trees * 2 * leaves * NODE_BYTES,
        "%.0f trees of %d levels".formatted(trees, options.tree().maxDepth()),
        "Lower MAX_TREE_DEPTH or the number of trees.");
  }

  /** The rows of a fit. */
  private final class Matrices {
    private final TrainingSet data;
    private final BoostedTreeOptions options;
    private final FitProgress progress;
    private long bytesMoved;

    Matrices(TrainingSet data, BoostedTreeOptions options, FitProgress progress) {
      this.data = data;
      this.options = options;
      this.progress = progress;
    }

    Reading<TreeMatrix> training(int rows) {
      return read(data.source(), rows, options.tree().method().usesHistograms());
    }

    Reading<TreeMatrix> evaluation(int rows) {
      return read(data.evaluation().orElseThrow(), rows, false);
    }

    private Reading<TreeMatrix> read(Source source, int rows, boolean histograms) {
      var key = List.of(TreeMatrix.class, source, histograms);
      var reading = data.readings().read(key, () -> matrix(source, rows, histograms));
      bytesMoved += reading.isNew() ? reading.value().bytesRead() : 0;
      return reading;
    }

    private TreeMatrix matrix(Source source, int rows, boolean histograms) {
      LabelProfile label = data.profile().label().orElseThrow();
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
  }
}
