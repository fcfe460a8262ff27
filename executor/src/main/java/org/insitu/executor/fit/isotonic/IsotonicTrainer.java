/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.isotonic;

import java.util.List;
import java.util.OptionalDouble;
import org.insitu.executor.fit.FitPlace;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitReport;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.LabelProfile;
import org.insitu.executor.fit.Trainer;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.udf.model.Feature;
import org.insitu.udf.model.ModelFunction;

/**
 * Fits ISOTONIC: the rows are added up by the values of the feature, here or by one query where
 * they are, and neighbours are pooled until their means are in order. The loss is the mean squared
 * error.
 *
 * <p><b>Errors:</b> TOO_MUCH_DATA, ROW_WEIGHT, NO_ROWS where no row weighs anything,
 * LABEL_NOT_FINITE where sums overflow.
 */
public final class IsotonicTrainer implements Trainer<IsotonicOptions> {
  private final FitResources resources;

  public IsotonicTrainer(FitResources resources) {
    this.resources = resources;
  }

  @Override
  public Fitted fit(TrainingSet data, IsotonicOptions options, FitProgress progress) {
    long start = System.nanoTime();
    double center = ((LabelProfile.Numeric) data.profile().label().orElseThrow()).mean();
    ValueRows rows =
        options.place() == FitPlace.WAREHOUSE
            ? new WarehouseValues(data, options, center, progress)
            : new LocalValues(data, options, center, resources, progress);
    Pool pool = new Pool(options.rising(), resources);
    double[] total = new double[2];
    rows.forEach(
        sums -> {
          pool.add(sums);
          total[0] += sums.weight();
          total[1] += sums.squares();
        });
    if (pool.isEmpty()) {
      throw InsituException.of(ErrorCode.NO_ROWS, "Every row has the weight 0.")
          .hint("Give some rows a greater weight.");
    }
    ModelFunction model =
        new ModelFunction.Isotonic(
            (Feature.Numeric) data.features().getFirst(), data.label().orElseThrow(), pool.line());
    // Within a block the squares from its mean are those from any number less the mean's own.
    double loss = Math.max(0, total[1] - pool.squares(center)) / total[0];
    return new Fitted(model, report(rows, loss, (System.nanoTime() - start) / 1_000_000));
  }

  private static FitReport report(ValueRows rows, double loss, long millis) {
    return new FitReport(
        "pool adjacent violators",
        rows.place(),
        rows.bytes(),
        List.of(
            new FitReport.Iteration(
                1, loss, OptionalDouble.empty(), OptionalDouble.empty(), millis)),
        List.of());
  }
}
