/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.insitu.executor.fit.Estimates;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.Trainer.Fitted;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.executor.fit.distribution.NormalTails;
import org.insitu.executor.fit.distribution.StudentTails;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.udf.model.ModelFunction;

/**
 * A generalised linear model to be found, wherever its rows are.
 *
 * @param mean of the label, for classes the share of the second
 * @param passes over the rows of scores, by their loss
 */
record GlmProblem(
    TrainingSet data,
    Design design,
    GlmOptions options,
    double mean,
    BiFunction<ScoreModel, SqlLoss, ScorePass> passes) {

  /** The scores that a loss judges. */
  static ScoreModel scores(Design design, GlmOptions options, RowLoss loss) {
    return isOfClasses(options)
        ? new ScoreModel(design, 2, 1, new double[] {1, 1}, Optional.of(loss))
        : ScoreModel.ofMeans(design, loss);
  }

  /**
   * The loss of a step.
   *
   * @param observed whether the curvature of classes is the second derivative itself
   */
  static SqlLoss loss(GlmOptions options, boolean observed) {
    return isOfClasses(options)
        ? new ClassLoss(options.link(), observed)
        : new MeanLoss(options.distribution(), options.link());
  }

  private static boolean isOfClasses(GlmOptions options) {
    return options.distribution() == Distribution.BINOMIAL;
  }

  Fitted solve(String ranIn, long bytes, FitProgress progress) {
    ScoreModel scores = scores(design, options, loss(options, true));
    ScoreObjective objective = objective(loss(options, true));
    double[][] start = start(progress);
    ScoreObjective.Point first = objective.at(start);
    if (!Double.isFinite(first.value())) {
      throw InsituException.of(
              ErrorCode.DID_NOT_CONVERGE,
              "No weights were found to begin at: some row's mean would not be that of a %s."
                  .formatted(options.distribution()))
          .hint("Set FIT_INTERCEPT = TRUE, or LINK = 'LOG'.");
    }
    NewtonDescent descent = new NewtonDescent(scores, objective, rules(), start, progress);
    descent.run(first);
    var model =
        new ModelFunction.GeneralizedLinear(
            design.features(),
            Design.label(data.profile()),
            options.link(),
            Weights.predictor(design, descent.weights()[0], options.terms().categoryEncoding()));
    Optional<Estimates> estimates =
        options.terms().pValues()
            ? Optional.of(estimates(model, expected(descent.weights()), progress))
            : Optional.empty();
    return new Fitted(model, descent.report(method(), ranIn, bytes), estimates);
  }

  /** The label's mean everywhere; without an intercept one step from weights of 0. */
  private double[][] start(FitProgress progress) {
    double[][] start = new double[1][design.width()];
    if (design.intercept()) {
      start[0][0] = Means.score(options.link(), mean);
    } else if (!isOfClasses(options)) {
      var fitting = objective(new FirstLoss(options.distribution(), options.link(), mean));
      start = fitting.moved(start, NewtonStep.smooth(fitting.at(start), progress).change(), 1);
    }
    return start;
  }

  private DescentRules rules() {
    return new DescentRules(
        options.maxIterations(),
        options.minRelProgress(),
        GlmTrainer.TOLERANCE,
        data.rows() / 2.0,
        options.terms().l1Reg() > 0,
        isOfClasses(options));
  }

  private String method() {
    String names = "%s, %s".formatted(options.distribution(), options.link());
    return "%s (%s)"
        .formatted(
            isOfClasses(options) ? "Newton" : "Fisher scoring", names.toLowerCase(Locale.ROOT));
  }

  /** The expected second derivatives at the weights found: what standard errors are made of. */
  private ScoreObjective.Point expected(double[][] weights) {
    return objective(loss(options, false)).at(weights);
  }

  private ScoreObjective objective(SqlLoss loss) {
    ScoreModel scores = scores(design, options, loss);
    return new ScoreObjective(scores, passes.apply(scores, loss), options.terms());
  }

  private Estimates estimates(
      ModelFunction.GeneralizedLinear model, ScoreObjective.Point point, FitProgress progress) {
    Triangle triangle = Triangle.ofCurvature(point.curvature(), point.descent(), progress);
    long degrees = data.rows() - triangle.rank();
    boolean dispersed = options.distribution().hasDispersion();
    double variance = dispersed ? (degrees > 0 ? point.pearson() / degrees : Double.NaN) : 1;
    return new StandardErrors(
            design,
            model.predictor(),
            triangle,
            variance,
            dispersed ? new StudentTails(Math.max(1, degrees)) : new NormalTails())
        .estimates();
  }
}
