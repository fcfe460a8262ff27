/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.moments;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.Trainer;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.executor.fit.rows.ColumnLayout;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.udf.model.Feature;
import org.insitu.udf.model.LinearPredictor;
import org.insitu.udf.model.ModelFunction;

/**
 * Fits PCA: the eigenvectors of the covariance of the encoded columns, divided by rows less one.
 * The loss is the mean squared distance of a row from what its components tell of it.
 *
 * <p><b>Errors:</b> TOO_FEW_ROWS when there are fewer columns or rows than components asked for;
 * SINGULAR when no column varies; those of {@link Scatters}.
 */
public final class PcaTrainer implements Trainer<PcaOptions> {
  /** What rounding may take off a ratio that is reached. */
  private static final double ROUNDING = 1e-12;

  private final FitResources resources;

  public PcaTrainer(FitResources resources) {
    this.resources = resources;
  }

  @Override
  public Fitted fit(TrainingSet data, PcaOptions options, FitProgress progress) {
    ClosedForm form = new ClosedForm();
    Scatters scatters = new Scatters(data, options.place(), resources, progress);
    ColumnLayout layout = scatters.layout();
    requireEnough(options, layout.width(), data.rows());
    Scatter rows = scatters.encoded(options.scaleFeatures()).getFirst();
    double[][] covariance = rows.products();
    double total = 0;
    for (int i = 0; i < covariance.length; i++) {
      for (int j = 0; j < covariance.length; j++) {
        covariance[i][j] /= rows.rows() - 1;
      }
      total += covariance[i][i];
    }
    if (!(total > 0)) {
      throw InsituException.of(ErrorCode.SINGULAR, "No column varies.")
          .hint("Select columns with more than one value.");
    }
    SymmetricEigen eigen = SymmetricEigen.of(covariance, progress);
    int count = count(options, eigen.values(), total);
    List<ModelFunction.Component> components = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double variance = Math.max(0, eigen.values()[i]);
      components.add(
          new ModelFunction.Component(
              variance, direction(eigen.vectors()[i], rows.means(), layout)));
    }
    double left = Arrays.stream(eigen.values()).skip(count).map(v -> Math.max(0, v)).sum();
    double loss = left * (rows.rows() - 1) / rows.rows();
    return new Fitted(
        new ModelFunction.PrincipalComponents(
            data.features(),
            options.scaleFeatures(),
            total,
            components,
            shares(layout, rows.means())),
        form.report(
            "eigenvectors of the covariance", loss, scatters.ranIn(), scatters.bytes(), List.of()));
  }

  private static void requireEnough(PcaOptions options, int columns, long rows) {
    long most = Math.min(columns, rows);
    if (options.components().isPresent() && options.components().getAsInt() > most) {
      throw InsituException.of(
          ErrorCode.TOO_FEW_ROWS,
          "NUM_PRINCIPAL_COMPONENTS is %d (allowed for %d rows of %d columns, every category counted: <= %d)."
              .formatted(options.components().getAsInt(), rows, columns, most));
    }
    if (rows < 2) {
      throw InsituException.of(
          ErrorCode.TOO_FEW_ROWS, "Rows: %d (needed for a covariance: >= 2)".formatted(rows));
    }
  }

  private static int count(PcaOptions options, double[] values, double total) {
    if (options.components().isPresent()) {
      return options.components().getAsInt();
    }
    double wanted = options.explainedVarianceRatio().getAsDouble() * total * (1 - ROUNDING);
    double sum = 0;
    int count = 0;
    while (count < values.length && (count == 0 || sum < wanted)) {
      sum += values[count++];
    }
    return count;
  }

  /** Of each feature the means of its levels; of a number none. */
  private static List<List<Double>> shares(ColumnLayout layout, double[] means) {
    List<List<Double>> shares = new ArrayList<>();
    int next = layout.numbers();
    int category = 0;
    for (Feature feature : layout.features()) {
      int levels = feature instanceof Feature.Category ? layout.levelCounts()[category++] : 0;
      shares.add(Arrays.stream(means, next, next + levels).boxed().toList());
      next += levels;
    }
    return shares;
  }

  /** A category's weights are as they are; the intercept takes off what the mean row weighs. */
  private static LinearPredictor direction(double[] weights, double[] means, ColumnLayout layout) {
    double intercept = 0;
    double[] own = Arrays.copyOf(weights, weights.length);
    for (int i = layout.numbers(); i < own.length; i++) {
      intercept -= own[i] * means[i];
    }
    return new LinearPredictor(intercept, EncodedTerms.of(layout, own));
  }
}
