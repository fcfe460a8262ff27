/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitReport;
import org.insitu.executor.fit.LabelProfile;
import org.insitu.udf.model.LinearPredictor;
import org.insitu.udf.model.ModelFunction;

/**
 * The margin of a class against the rest.
 *
 * @param design the columns
 * @param label with the rows of each class
 * @param classWeights how much a row of each class counts
 * @param passes how the rows are passed over with a loss
 */
@SuppressWarnings("ArrayRecordComponent") // read only, inside the trainer
record MarginProblem(
    Design design,
    LabelProfile.Classes label,
    double[] classWeights,
    SvmOptions options,
    BiFunction<ScoreModel, SqlLoss, ScorePass> passes) {

  /** The decrease, relative to the objective, of the last step, which ends at the minimum. */
  private static final double TOLERANCE = 1e-16;

  /** The mean loss at which every margin is reached. */
  private static final double NO_LOSS = 1e-12;

  /** What is found for a class. */
  record Solution(
      LinearPredictor predictor, ModelFunction.Calibration calibration, FitReport report) {}

  Solution solve(int positive, String ranIn, long bytes, FitProgress progress) {
    double[] rows = classRows(positive);
    NewtonDescent descent = descent(positive, rows[0] + rows[1], progress);
    descent.run();
    double[] weights = descent.weights()[0];
    String method = options.terms().l1Reg() > 0 ? "proximal Newton" : "Newton";
    return new Solution(
        Weights.predictor(design, weights, options.terms().categoryEncoding()),
        calibration(positive, rows, weights),
        noted(descent.report(method, ranIn, bytes)));
  }

  /** Rows of the class and of the others, each times its weight. */
  private double[] classRows(int positive) {
    double[] result = new double[2];
    for (int k = 0; k < classWeights.length; k++) {
      result[k == positive ? 0 : 1] += classWeights[k] * label.rows().get(k);
    }
    return result;
  }

  private NewtonDescent descent(int positive, double rows, FitProgress progress) {
    HingeLoss loss = new HingeLoss(positive);
    ScoreModel model = ScoreModel.ofClass(design, classWeights, loss);
    var objective = new ScoreObjective(model, passes.apply(model, loss), options.terms());
    var rules =
        new DescentRules(
            options.maxIterations(),
            options.minRelProgress(),
            TOLERANCE,
            rows,
            options.terms().l1Reg() > 0,
            false);
    return new NewtonDescent(model, objective, rules, new double[1][design.width()], progress);
  }

  private ModelFunction.Calibration calibration(int positive, double[] rows, double[] weights) {
    Design constant = design.withIntercept();
    double[] all = new double[constant.width()];
    System.arraycopy(weights, 0, all, all.length - weights.length, weights.length);
    PlattLoss loss = PlattLoss.of(positive, rows[0], rows[1]);
    ScoreModel model = ScoreModel.ofClass(constant, classWeights, loss);
    return PlattScaling.of(passes.apply(model, loss), all, Math.log((rows[0] + 1) / (rows[1] + 1)));
  }

  private FitReport noted(FitReport report) {
    boolean separated =
        !options.terms().isPenalized()
            && !report.iterations().isEmpty()
            && report.iterations().getLast().loss() <= NO_LOSS;
    if (!separated) {
      return report;
    }
    List<String> notices = new ArrayList<>(report.notices());
    notices.add(
        "The features separate the classes: many weights have no loss, and these are one choice of"
            + " them. Set L2_REG.");
    return report.withNotices(notices);
  }
}
