/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitReport;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.LabelProfile;
import org.insitu.executor.fit.Trainer;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.executor.fit.rows.StoredRows;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.udf.model.LinearPredictor;
import org.insitu.udf.model.ModelFunction;

/**
 * Fits LOGISTIC_REG by Newton's method (iteratively reweighted least squares) over rows in memory;
 * with lasso each step is found by coordinate descent.
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
    StoredRows rows = StoredRows.read(data, resources, progress);
    var objective = new LogisticObjective(model, rows, options.terms(), resources, progress);
    Descent descent = new Descent(data, options, model, objective, progress);
    descent.run();
    return new Fitted(descent.model(), descent.report(rows.bytesRead()));
  }

  private static ScoreModel model(TrainingSet data, LogisticOptions options) {
    LabelProfile.Classes label = (LabelProfile.Classes) data.profile().label().orElseThrow();
    int classes = label.rows().size();
    int firstScored = classes > 2 && options.terms().l1Reg() > 0 ? 0 : 1;
    double[] weights = options.classWeights().of(label);
    Design design = Design.ofScores(data.profile(), options.terms());
    return new ScoreModel(design, classes, firstScored, weights);
  }

  private void requireSize(ScoreModel model) {
    long weights = (long) model.scores() * model.width();
    if (weights > WEIGHTS_MAX) {
      throw InsituException.of(
          ErrorCode.TOO_MANY_CATEGORIES,
          "Weights of all classes, with every category counted: %d (allowed for LOGISTIC_REG: <= %d)"
              .formatted(weights, WEIGHTS_MAX));
    }
    double sums = (resources.threads() + 4) * BlockScores.bytes(model);
    resources.requireHeap(sums + 24.0 * weights * weights, "Second derivatives of the loss");
  }

  /** The way down. */
  private static final class Descent {
    /** The decrease, relative to the objective, of a step after which nothing is left to gain. */
    private static final double TOLERANCE = 1e-10;

    /** The mean loss at which classes count as separated: probabilities beyond 1 - 1e-6. */
    private static final double SEPARATED = 1e-6;

    /** What a weight still moves, in standard deviations, when it has no limit. */
    private static final double ENDLESS = 0.1;

    private static final int HALVINGS_MAX = 30;
    private static final int NAMES_MAX = 5;

    private final TrainingSet data;
    private final LogisticOptions options;
    private final ScoreModel scores;
    private final LogisticObjective objective;
    private final FitProgress progress;
    private final double totalWeight;
    private final List<FitReport.Iteration> iterations = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private double[][] weights;

    Descent(
        TrainingSet data,
        LogisticOptions options,
        ScoreModel scores,
        LogisticObjective objective,
        FitProgress progress) {
      this.data = data;
      this.options = options;
      this.scores = scores;
      this.objective = objective;
      this.progress = progress;
      double[] classRows = classRows();
      this.totalWeight = Arrays.stream(classRows).sum();
      this.weights = start(classRows);
    }

    /** Rows of each class times its weight. */
    private double[] classRows() {
      List<Long> rows = ((LabelProfile.Classes) data.profile().label().orElseThrow()).rows();
      double[] result = new double[rows.size()];
      for (int i = 0; i < result.length; i++) {
        result[i] = rows.get(i) * scores.classWeights()[i];
      }
      return result;
    }

    /** No weights but intercepts that give every row its class's share. */
    private double[][] start(double[] classRows) {
      double[][] result = new double[scores.scores()][scores.width()];
      for (int k = 0; scores.design().intercept() && k < result.length; k++) {
        result[k][0] = Math.log(classRows[k + scores.firstScored()] / classRows[0]);
      }
      return result;
    }

    void run() {
      LogisticObjective.Point point = objective.at(weights);
      for (int i = 1; i <= options.maxIterations(); i++) {
        long start = System.nanoTime();
        NewtonStep step = step(point);
        if (step.decrease() <= TOLERANCE * point.value()) {
          weights = objective.moved(weights, step.change(), 1);
          note(i, point.loss(), start);
          noteEndless(step);
          return;
        }
        LogisticObjective.Point next = descend(point, step);
        note(i, next.loss(), start);
        if (next.loss() <= SEPARATED * totalWeight) {
          notices.add(
              "The features separate the classes: the weights would grow without bound. Set"
                  + " L2_REG.");
          return;
        }
        boolean slow =
            options.earlyStop()
                && options.minRelProgress().isPresent()
                && point.value() - next.value()
                    < options.minRelProgress().getAsDouble() * point.value();
        if (slow) {
          return;
        }
        point = next;
      }
      NewtonStep step = step(point);
      if (step.decrease() > TOLERANCE * point.value()) {
        notices.add(
            "Not converged in %d iterations: the next would lower the loss by a part of %.1e."
                .formatted(options.maxIterations(), step.decrease() / point.value()));
      }
      noteEndless(step);
    }

    private NewtonStep step(LogisticObjective.Point point) {
      return options.terms().l1Reg() > 0
          ? NewtonStep.lasso(
              point, objective.flatten(weights), objective.absolutePenalties(), progress)
          : NewtonStep.smooth(point);
    }

    /** Goes the step, or a half of it, or a quarter, until the objective falls. */
    private LogisticObjective.Point descend(LogisticObjective.Point point, NewtonStep step) {
      double[][] from = weights;
      double part = 1;
      for (int halving = 0; halving < HALVINGS_MAX; halving++) {
        weights = objective.moved(from, step.change(), part);
        LogisticObjective.Point next = objective.at(weights);
        if (next.value() <= point.value()) {
          return next;
        }
        part /= 2;
      }
      weights = from;
      return point;
    }

    private void note(int number, double loss, long start) {
      double mean = loss / totalWeight;
      long millis = (System.nanoTime() - start) / 1_000_000;
      iterations.add(
          new FitReport.Iteration(
              number, mean, OptionalDouble.empty(), OptionalDouble.empty(), millis));
      progress.report(
          "fit",
          (double) number / options.maxIterations(),
          "iteration %d, loss %.6g".formatted(number, mean));
    }

    /** Near the end only weights without a limit still move by much. */
    private void noteEndless(NewtonStep step) {
      int[] solved = scores.design().solvedColumns();
      double[] scale = scores.design().penaltyScale();
      List<String> names = new ArrayList<>();
      for (int a = 0; a < step.change().length; a++) {
        int column = solved[a % solved.length];
        if (Math.abs(step.change()[a]) * scale[column] > ENDLESS) {
          scores.design().columnName(column).filter(n -> !names.contains(n)).ifPresent(names::add);
        }
      }
      if (!names.isEmpty()) {
        notices.add(
            "Weights that grow without bound, for their rows have one class only: %s%s. Set L2_REG."
                .formatted(
                    String.join(", ", names.subList(0, Math.min(NAMES_MAX, names.size()))),
                    names.size() > NAMES_MAX
                        ? " and %d more".formatted(names.size() - NAMES_MAX)
                        : ""));
      }
    }

    ModelFunction model() {
      List<LinearPredictor> predictors = new ArrayList<>();
      for (double[] score : scores.classes() == 2 ? weights : centered()) {
        predictors.add(
            Weights.predictor(scores.design(), score, options.terms().categoryEncoding()));
      }
      return new ModelFunction.LogisticRegression(
          data.features(), data.label().orElseThrow(), predictors);
    }

    /** The weights of all classes, with a mean of 0 over them; with lasso the intercepts only. */
    private double[][] centered() {
      double[][] all = new double[scores.classes()][scores.width()];
      for (int k = 0; k < weights.length; k++) {
        all[k + scores.firstScored()] = weights[k].clone();
      }
      int columns = scores.firstScored() == 1 ? scores.width() : scores.design().firstNumber();
      for (int j = 0; j < columns; j++) {
        double mean = 0;
        for (double[] score : all) {
          mean += score[j] / all.length;
        }
        for (double[] score : all) {
          score[j] -= mean;
        }
      }
      return all;
    }

    FitReport report(long bytes) {
      String method = options.terms().l1Reg() > 0 ? "proximal Newton" : "Newton";
      return new FitReport(method, "local", bytes, iterations, notices);
    }
  }
}
