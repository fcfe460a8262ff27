/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.insitu.executor.fit.Estimates;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitReport;
import org.insitu.executor.fit.LabelProfile;
import org.insitu.executor.fit.NameList;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.executor.fit.distribution.NormalTails;
import org.insitu.udf.model.LinearPredictor;
import org.insitu.udf.model.ModelFunction;

/** Newton's way down to the weights of a logistic regression. */
final class LogisticDescent {
  /** The decrease, relative to the objective, of a step after which nothing is left to gain. */
  private static final double TOLERANCE = 1e-10;

  /** The mean loss at which classes count as separated: probabilities beyond 1 - 1e-6. */
  private static final double SEPARATED = 1e-6;

  /** What a weight still moves, in standard deviations, when it has no limit. */
  private static final double ENDLESS = 0.1;

  private static final int HALVINGS_MAX = 30;

  private final TrainingSet data;
  private final LogisticOptions options;
  private final ScoreModel scores;
  private final LogisticObjective objective;
  private final FitProgress progress;
  private final double totalWeight;
  private final List<FitReport.Iteration> iterations = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();
  private double[][] weights;

  LogisticDescent(
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
          "Weights that grow without bound, for their rows have one class only: %s. Set L2_REG."
              .formatted(NameList.of(names)));
    }
  }

  ModelFunction model() {
    List<LinearPredictor> predictors = new ArrayList<>();
    for (double[] score : scores.classes() == 2 ? weights : centered()) {
      predictors.add(Weights.predictor(scores.design(), score, options.terms().categoryEncoding()));
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

  /** Standard errors from the second derivatives at the weights found. */
  Estimates estimates() {
    LogisticObjective.Point point = objective.at(weights);
    var model = (ModelFunction.LogisticRegression) model();
    Triangle triangle = Triangle.ofCurvature(point.curvature(), point.descent());
    return new StandardErrors(
            scores.design(), model.predictors().getFirst(), triangle, 1, new NormalTails())
        .estimates();
  }

  FitReport report(long bytes) {
    String method = options.terms().l1Reg() > 0 ? "proximal Newton" : "Newton";
    return new FitReport(method, "local", bytes, iterations, notices);
  }
}
