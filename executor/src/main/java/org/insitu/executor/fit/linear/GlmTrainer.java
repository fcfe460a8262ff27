/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import java.util.Locale;
import java.util.Optional;
import org.insitu.executor.fit.Estimates;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.LabelProfile;
import org.insitu.executor.fit.Trainer;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.executor.fit.distribution.NormalTails;
import org.insitu.executor.fit.distribution.StudentTails;
import org.insitu.executor.fit.rows.StoredBlock;
import org.insitu.executor.fit.rows.StoredRows;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.udf.model.Link;
import org.insitu.udf.model.ModelFunction;

/**
 * Fits GLM by Fisher's scoring (iteratively reweighted least squares) over rows in memory. A step
 * that does not lower the deviance, or leads to a mean that the distribution does not have, is
 * halved until it does. The loss of an iteration is the mean deviance of the rows.
 *
 * <p><b>Errors:</b> TOO_MANY_CATEGORIES, TOO_MUCH_DATA before rows are read; LABEL_RANGE;
 * DID_NOT_CONVERGE where no legal means are found to begin at.
 */
public final class GlmTrainer implements Trainer<GlmOptions> {
  /**
   * The decrease, relative to half the deviance, of the last step. Where the link is not the
   * distribution's own, steps come closer by a factor only, and the last is not far below the one
   * before.
   */
  private static final double TOLERANCE = 1e-16;

  private final FitResources resources;

  public GlmTrainer(FitResources resources) {
    this.resources = resources;
  }

  @Override
  public Fitted fit(TrainingSet data, GlmOptions options, FitProgress progress) {
    Design design = Design.ofScores(data.profile(), options.terms());
    LogisticTrainer.requireSize(resources, design.width(), "GLM");
    if (options.terms().pValues()) {
      StandardErrors.requireWidth(design);
    }
    ScoreModel scores = model(design, loss(options, true), options);
    resources.requireHeap(
        (resources.threads() + 4) * BlockScores.bytes(scores), "Second derivatives of the loss");
    StoredRows rows = StoredRows.read(data, resources, progress);
    double mean = mean(data);
    requireLabels(rows, options, mean);
    ScorePass pass = new LocalScores(scores, rows, resources, progress);
    ScoreObjective objective = new ScoreObjective(scores, pass, options.terms());
    double[][] start = start(design, options, mean);
    if (!design.intercept() && options.distribution() != Distribution.BINOMIAL) {
      var first = new FirstLoss(options.distribution(), options.link(), mean);
      ScorePass once = new LocalScores(model(design, first, options), rows, resources, progress);
      ScoreObjective fitting = new ScoreObjective(scores, once, options.terms());
      start = fitting.moved(start, NewtonStep.smooth(fitting.at(start)).change(), 1);
    }
    if (!Double.isFinite(objective.at(start).value())) {
      throw InsituException.of(
              ErrorCode.DID_NOT_CONVERGE,
              "No weights were found to begin at: some row's mean would not be that of a %s."
                  .formatted(options.distribution()))
          .hint("Set FIT_INTERCEPT = TRUE, or LINK = 'LOG'.");
    }
    var rules =
        new DescentRules(
            options.maxIterations(),
            options.minRelProgress(),
            TOLERANCE,
            data.rows() / 2.0,
            options.terms().l1Reg() > 0,
            options.distribution() == Distribution.BINOMIAL);
    NewtonDescent descent = new NewtonDescent(scores, objective, rules, start, progress);
    descent.run();
    String method =
        (options.distribution() == Distribution.BINOMIAL ? "Newton" : "Fisher scoring")
            + " (%s, %s)"
                .formatted(options.distribution(), options.link())
                .toLowerCase(Locale.ROOT);
    var model =
        new ModelFunction.GeneralizedLinear(
            design.features(),
            Design.label(data.profile()),
            options.link(),
            Weights.predictor(design, descent.weights()[0], options.terms().categoryEncoding()));
    Optional<Estimates> estimates =
        options.terms().pValues()
            ? Optional.of(
                estimates(
                    design,
                    model,
                    expected(rows, design, options, descent, progress),
                    data.rows(),
                    options))
            : Optional.empty();
    return new Fitted(model, descent.report(method, "local", rows.bytesRead()), estimates);
  }

  /** The expected second derivatives at the weights found: what standard errors are made of. */
  private ScoreObjective.Point expected(
      StoredRows rows,
      Design design,
      GlmOptions options,
      NewtonDescent descent,
      FitProgress progress) {
    ScoreModel scores = model(design, loss(options, false), options);
    ScorePass pass = new LocalScores(scores, rows, resources, progress);
    return new ScoreObjective(scores, pass, options.terms()).at(descent.weights());
  }

  private static RowLoss loss(GlmOptions options, boolean observed) {
    return options.distribution() == Distribution.BINOMIAL
        ? new ClassLoss(options.link(), observed)
        : new MeanLoss(options.distribution(), options.link());
  }

  private static ScoreModel model(Design design, RowLoss loss, GlmOptions options) {
    return options.distribution() == Distribution.BINOMIAL
        ? new ScoreModel(design, 2, 1, new double[] {1, 1}, Optional.of(loss))
        : ScoreModel.ofMeans(design, loss);
  }

  /** The mean of the label, for classes the share of the second. */
  private static double mean(TrainingSet data) {
    return switch (data.profile().label().orElseThrow()) {
      case LabelProfile.Numeric numeric -> numeric.mean();
      case LabelProfile.Classes classes -> {
        if (classes.rows().size() != 2) {
          throw InsituException.of(
                  ErrorCode.TOO_MANY_CLASSES,
                  "FAMILY = 'BINOMIAL' needs a label of two classes; '%s' has %d."
                      .formatted(classes.label().name(), classes.rows().size()))
              .hint("Use MODEL_TYPE = 'LOGISTIC_REG', which takes more.");
        }
        yield classes.rows().get(1) / (double) data.rows();
      }
    };
  }

  private static void requireLabels(StoredRows rows, GlmOptions options, double mean) {
    double[] target = new double[1024];
    long odd = 0;
    double seen = Double.NaN;
    for (StoredBlock block : rows.blocks()) {
      for (int from = 0; from < block.rows(); from += target.length) {
        int count = Math.min(target.length, block.rows() - from);
        block.target(from, count, target);
        for (int r = 0; r < count; r++) {
          if (!options.distribution().allows(target[r])) {
            seen = odd++ == 0 ? target[r] : seen;
          }
        }
      }
    }
    if (odd > 0) {
      throw InsituException.of(
          ErrorCode.LABEL_RANGE,
          "The label is %s in some row, and as odd in %d of %d (allowed with FAMILY = '%s': %s)."
              .formatted(
                  seen,
                  odd,
                  rows.rows(),
                  options.distribution(),
                  options.distribution().allowed()));
    }
    if (!options.distribution().isMean(mean) || (options.link() != Link.IDENTITY && mean <= 0)) {
      throw InsituException.of(
          ErrorCode.LABEL_RANGE,
          "The mean of the label is %s (allowed with FAMILY = '%s' and LINK = '%s': > 0)."
              .formatted(mean, options.distribution(), options.link()));
    }
  }

  private static double[][] start(Design design, GlmOptions options, double mean) {
    double[][] start = new double[1][design.width()];
    if (design.intercept()) {
      start[0][0] = Means.score(options.link(), mean);
    }
    return start;
  }

  private static Estimates estimates(
      Design design,
      ModelFunction.GeneralizedLinear model,
      ScoreObjective.Point point,
      long rows,
      GlmOptions options) {
    Triangle triangle = Triangle.ofCurvature(point.curvature(), point.descent());
    long degrees = rows - triangle.rank();
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
