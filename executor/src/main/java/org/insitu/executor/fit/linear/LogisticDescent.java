/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.insitu.executor.fit.Estimates;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitReport;
import org.insitu.executor.fit.LabelProfile;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.executor.fit.distribution.NormalTails;
import org.insitu.udf.model.LinearPredictor;
import org.insitu.udf.model.ModelFunction;

/** Newton's way down to the weights of a logistic regression. */
final class LogisticDescent {
  /** The decrease, relative to the objective, of a step after which nothing is left to gain. */
  private static final double TOLERANCE = 1e-10;

  private final TrainingSet data;
  private final LogisticOptions options;
  private final ScoreModel scores;
  private final ScoreObjective objective;
  private final FitProgress progress;
  private final NewtonDescent descent;

  /**
   * A way that begins at even odds, or at the first weights where it goes to its very end without a
   * lasso penalty.
   */
  LogisticDescent(
      TrainingSet data,
      LogisticOptions options,
      ScoreModel scores,
      ScorePass pass,
      Optional<FirstWeights> first,
      FitProgress progress) {
    this.data = data;
    this.progress = progress;
    this.options = options;
    this.scores = scores;
    this.objective = new ScoreObjective(scores, pass, options.terms());
    double[] classRows = classRows();
    var rules =
        new DescentRules(
            options.maxIterations(),
            options.earlyStop() ? options.minRelProgress() : OptionalDouble.empty(),
            TOLERANCE,
            Arrays.stream(classRows).sum(),
            options.terms().l1Reg() > 0,
            true);
    double[][] even = start(classRows);
    boolean whole = options.terms().l1Reg() == 0 && rules.minRelProgress().isEmpty();
    double[][] start =
        first.filter(some -> whole).map(some -> some.from(even, options.terms())).orElse(even);
    this.descent = new NewtonDescent(scores, objective, rules, start, progress);
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
    descent.run();
  }

  ModelFunction model() {
    List<LinearPredictor> predictors = new ArrayList<>();
    for (double[] score : scores.classes() == 2 ? descent.weights() : centered()) {
      predictors.add(Weights.predictor(scores.design(), score, options.terms().categoryEncoding()));
    }
    return new ModelFunction.LogisticRegression(
        data.features(), data.label().orElseThrow(), predictors);
  }

  /** The weights of all classes, with a mean of 0 over them; with lasso the intercepts only. */
  private double[][] centered() {
    double[][] all = new double[scores.classes()][scores.width()];
    double[][] weights = descent.weights();
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
    ScoreObjective.Point point = objective.at(descent.weights());
    var model = (ModelFunction.LogisticRegression) model();
    Triangle triangle = Triangle.ofCurvature(point.curvature(), point.descent(), progress);
    return new StandardErrors(
            scores.design(), model.predictors().getFirst(), triangle, 1, new NormalTails())
        .estimates();
  }

  FitReport report(String ranIn, long bytes) {
    String method = options.terms().l1Reg() > 0 ? "proximal Newton" : "Newton";
    return descent.report(method, ranIn, bytes);
  }
}
