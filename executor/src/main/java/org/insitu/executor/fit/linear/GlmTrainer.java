/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import org.insitu.executor.fit.FitPlace;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.LabelProfile;
import org.insitu.executor.fit.Trainer;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.executor.fit.rows.StoredRows;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.udf.model.Link;
import org.insitu.udf.sql.SqlDialect;

/**
 * Fits GLM by Fisher's scoring (iteratively reweighted least squares) over rows in memory, or by
 * one aggregate query a step where the rows are. A step that does not lower the deviance, or leads
 * to a mean that the distribution does not have, is halved until it does. The loss of an iteration
 * is the mean deviance of the rows.
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
  static final double TOLERANCE = 1e-16;

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
    double mean = mean(data);
    return options.place() == FitPlace.WAREHOUSE
        ? inWarehouse(data, design, options, mean, progress)
        : overRows(data, design, options, mean, progress);
  }

  private static Fitted inWarehouse(
      TrainingSet data, Design design, GlmOptions options, double mean, FitProgress progress) {
    SqlDialect dialect = data.source().dialect();
    if (options.distribution().isBounded()) {
      requireLabels(LabelRange.inWarehouse(data, options.distribution()), options);
    }
    requireMean(options, mean);
    var problem =
        new GlmProblem(
            data,
            design,
            options,
            mean,
            (scores, loss) ->
                new WarehouseScores(
                    scores, loss.layers(dialect.number(1.0), dialect), data, progress));
    return problem.solve("warehouse", 0, progress);
  }

  private Fitted overRows(
      TrainingSet data, Design design, GlmOptions options, double mean, FitProgress progress) {
    ScoreModel scores = GlmProblem.scores(design, options, GlmProblem.loss(options, true));
    resources.requireHeap(
        (resources.threads() + 4) * BlockScores.bytes(scores), "Second derivatives of the loss");
    StoredRows rows = StoredRows.read(data, resources, progress);
    requireLabels(LabelRange.of(rows, options.distribution()), options);
    requireMean(options, mean);
    var problem =
        new GlmProblem(
            data,
            design,
            options,
            mean,
            (model, loss) -> new LocalScores(model, rows, resources, progress));
    return problem.solve("local", rows.bytesRead(), progress);
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

  private static void requireLabels(LabelRange range, GlmOptions options) {
    if (range.odd() > 0) {
      throw InsituException.of(
          ErrorCode.LABEL_RANGE,
          "The label is %s in some row, and as odd in %d of %d (allowed with FAMILY = '%s': %s)."
              .formatted(
                  range.seen(),
                  range.odd(),
                  range.rows(),
                  options.distribution(),
                  options.distribution().allowed()));
    }
  }

  private static void requireMean(GlmOptions options, double mean) {
    if (!options.distribution().isMean(mean) || (options.link() != Link.IDENTITY && mean <= 0)) {
      throw InsituException.of(
          ErrorCode.LABEL_RANGE,
          "The mean of the label is %s (allowed with FAMILY = '%s' and LINK = '%s': > 0)."
              .formatted(mean, options.distribution(), options.link()));
    }
  }
}
