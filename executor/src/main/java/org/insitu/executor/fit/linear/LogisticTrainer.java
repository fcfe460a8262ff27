/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import java.util.Optional;
import org.insitu.executor.fit.FitPlace;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.LabelProfile;
import org.insitu.executor.fit.Trainer;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.executor.fit.rows.StoredRows;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;

/**
 * Fits LOGISTIC_REG by Newton's method (iteratively reweighted least squares) over rows in memory,
 * or by one aggregate query a step where the rows are; with lasso each step is found by coordinate
 * descent.
 *
 * <p>With more than two classes every class has its weights; they are unique up to a common shift,
 * and are given with a mean of 0 over the classes. Where no regularisation holds them, the weights
 * of classes that the features separate grow without bound: the fit stops and says so.
 *
 * <p><b>Errors:</b> TOO_MANY_CATEGORIES, TOO_MUCH_DATA before rows are read. <b>Cost:</b> a step
 * takes one pass with {@code s² / 2} times the products of a least-squares fit, for s scores.
 */
public final class LogisticTrainer implements Trainer<LogisticOptions> {
  /** Weights of all scores: the second derivatives take 72 MB, their factor some seconds a step. */
  static final int WEIGHTS_MAX = 3_000;

  private final FitResources resources;

  public LogisticTrainer(FitResources resources) {
    this.resources = resources;
  }

  @Override
  public Fitted fit(TrainingSet data, LogisticOptions options, FitProgress progress) {
    ScoreModel model = model(data, options);
    requireSize(model);
    if (options.terms().pValues()) {
      requirePValues(data, model);
    }
    if (options.place() == FitPlace.WAREHOUSE) {
      var layers = new LogisticSql(model, data.source().dialect()).layers();
      ScorePass pass = new WarehouseScores(model, layers, data, progress);
      var descent = new LogisticDescent(data, options, model, pass, Optional.empty(), progress);
      return fit(descent, options, "warehouse", 0);
    }
    StoredRows rows = StoredRows.read(data, resources, progress);
    ScorePass pass = new LocalScores(model, rows, resources, progress);
    var first = FirstWeights.of(model, rows, resources, progress);
    var descent = new LogisticDescent(data, options, model, pass, first, progress);
    return fit(descent, options, "local", rows.bytesRead());
  }

  private static Fitted fit(
      LogisticDescent descent, LogisticOptions options, String ranIn, long bytes) {
    descent.run();
    return new Fitted(
        descent.model(),
        descent.report(ranIn, bytes),
        options.terms().pValues() ? Optional.of(descent.estimates()) : Optional.empty());
  }

  private static ScoreModel model(TrainingSet data, LogisticOptions options) {
    LabelProfile.Classes label = (LabelProfile.Classes) data.profile().label().orElseThrow();
    int classes = label.rows().size();
    int firstScored = classes > 2 && options.terms().l1Reg() > 0 ? 0 : 1;
    double[] weights = options.classWeights().of(label);
    Design design = Design.ofScores(data.profile(), options.terms());
    return new ScoreModel(design, classes, firstScored, weights, Optional.empty());
  }

  private static void requirePValues(TrainingSet data, ScoreModel model) {
    if (model.classes() > 2) {
      throw InsituException.of(
              ErrorCode.OPTION_NOT_APPLICABLE,
              "CALCULATE_P_VALUES needs a label of two classes; '%s' has %d."
                  .formatted(data.label().orElseThrow().name(), model.classes()))
          .hint("Leave CALCULATE_P_VALUES out, or train one model for each class.");
    }
    StandardErrors.requireWidth(model.design());
  }

  private void requireSize(ScoreModel model) {
    long weights = (long) model.scores() * model.width();
    requireSize(resources, weights, "LOGISTIC_REG");
    resources.requireHeap(
        (resources.threads() + 4) * BlockScores.bytes(model), "Second derivatives of the loss");
  }

  /** TOO_MANY_CATEGORIES or TOO_MUCH_DATA for more weights than can be solved for. */
  static void requireSize(FitResources resources, long weights, String modelType) {
    if (weights > WEIGHTS_MAX) {
      throw InsituException.of(
          ErrorCode.TOO_MANY_CATEGORIES,
          "Weights of all classes, with every category counted: %d (allowed for %s: <= %d)"
              .formatted(weights, modelType, WEIGHTS_MAX));
    }
    resources.requireHeap(24.0 * weights * weights, "Second derivatives of the loss");
  }
}
