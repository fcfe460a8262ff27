/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.points;

import java.util.List;
import java.util.OptionalDouble;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitReport;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.Trainer;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.udf.model.Label;
import org.insitu.udf.model.ModelFunction;
import org.insitu.udf.model.PointFunction;

/**
 * Fits KNN_CLASSIFIER and KNN_REGRESSOR: keeps the rows.
 *
 * <p><b>Errors:</b> TOO_MUCH_DATA before rows are read; TOO_FEW_ROWS. <b>Cost:</b> a pass over the
 * rows and a sort of them. A prediction looks at every row kept.
 */
public final class NeighborTrainer implements Trainer<NeighborOptions> {
  /**
   * Values of all features of all rows that a model keeps: 32 MB, and some 4 ms for the prediction
   * of a row.
   */
  public static final long VALUES_MAX = 4_000_000;

  private final FitResources resources;

  public NeighborTrainer(FitResources resources) {
    this.resources = resources;
  }

  /** Refuses more rows than a model keeps. */
  public static void requireSize(long rows, int features) {
    if (rows * features > VALUES_MAX) {
      throw InsituException.of(
              ErrorCode.TOO_MUCH_DATA,
              "Rows times features: %d * %d = %d (allowed for a model of nearest neighbours, which"
                      .formatted(rows, features, rows * features)
                  + " keeps them: <= %d)".formatted(VALUES_MAX))
          .hint(
              "Train on a sample: add USING SAMPLE %d ROWS to the query; or use a model of trees."
                  .formatted(VALUES_MAX / features));
    }
  }

  @Override
  public Fitted fit(TrainingSet data, NeighborOptions options, FitProgress progress) {
    long start = System.nanoTime();
    requireSize(data.rows(), data.features().size());
    resources.requireHeap(
        4.0 * Double.BYTES * data.rows() * (data.features().size() + 2), "Rows of the model");
    if (data.rows() < options.neighbors()) {
      throw InsituException.of(
              ErrorCode.TOO_FEW_ROWS,
              "NUM_NEIGHBORS is %d (allowed: <= the training rows, %d)"
                  .formatted(options.neighbors(), data.rows()))
          .hint("Lower NUM_NEIGHBORS, or train on more rows.");
    }
    TrainingPoints rows = TrainingPoints.read(data, options.standardize(), progress);
    Label label = data.label().orElseThrow();
    var nearest =
        new PointFunction.Nearest(
            rows.points(),
            options.distance(),
            options.neighbors(),
            options.byDistance(),
            label.classes().size(),
            rows.targets());
    var model =
        new ModelFunction.NearestNeighbors(data.features(), label, options.standardize(), nearest);
    long millis = (System.nanoTime() - start) / 1_000_000;
    var iteration =
        new FitReport.Iteration(
            1, FitReport.NOT_COMPUTED, OptionalDouble.empty(), OptionalDouble.empty(), millis);
    String method = "%d rows kept, %d neighbours".formatted(data.rows(), options.neighbors());
    return new Fitted(
        model, new FitReport(method, "local", rows.bytes(), List.of(iteration), List.of()));
  }
}
