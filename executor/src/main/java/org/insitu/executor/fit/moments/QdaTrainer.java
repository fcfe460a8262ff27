/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.moments;

import java.util.ArrayList;
import java.util.List;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.Trainer;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.executor.fit.rows.ColumnLayout;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.udf.model.ClassDensity;
import org.insitu.udf.model.LinearPredictor;
import org.insitu.udf.model.ModelFunction;

/**
 * Fits QDA: within each class the encoded row is taken as normal, with a covariance {@code S} of
 * the class's own, divided by its rows less one. A class's score is
 *
 * <pre>ln(prior) - ln(det S) / 2 - (x - mean)ᵀ S⁻¹ (x - mean) / 2</pre>
 *
 * <p><b>Errors:</b> TOO_FEW_ROWS for a class with fewer rows than columns and one; SINGULAR; those
 * of {@link Scatters}. <b>Source:</b> as {@link LdaTrainer}; R's {@code qda} and scikit-learn
 * divide alike.
 */
public final class QdaTrainer implements Trainer<QdaOptions> {
  private static final String REMEDY =
      "Set REG_PARAM, such as 0.001, or leave columns or the class out.";

  private final FitResources resources;

  public QdaTrainer(FitResources resources) {
    this.resources = resources;
  }

  @Override
  public Fitted fit(TrainingSet data, QdaOptions options, FitProgress progress) {
    ClassMoments moments = ClassMoments.of(data, options.place(), resources, progress);
    IndependentColumns columns = moments.columns(options.regParam());
    List<ClassDensity> densities = new ArrayList<>();
    for (int k = 0; k < moments.classes().size(); k++) {
      progress.checkCancelled();
      Scatter known = moments.classes().get(k);
      String name = moments.label().classes().get(k);
      CovarianceFactor factor = factor(known, name, columns, options, moments.layout());
      densities.add(density(known, moments, columns, factor));
    }
    var model =
        new ModelFunction.QuadraticDiscriminant(data.features(), moments.label(), densities);
    return moments.fitted(
        model, "covariance of each class", "reg_param", options.regParam(), columns);
  }

  private static CovarianceFactor factor(
      Scatter known,
      String name,
      IndependentColumns columns,
      QdaOptions options,
      ColumnLayout layout) {
    double regParam = options.regParam();
    double needed = regParam > 0 ? 2 : columns.kept().length + 1;
    if (known.rows() < needed) {
      throw InsituException.of(
              ErrorCode.TOO_FEW_ROWS,
              "Class '%s' has %.0f rows (needed for the covariance of %d columns: >= %.0f)."
                  .formatted(name, known.rows(), columns.kept().length, needed))
          .hint(REMEDY);
    }
    double[][] covariance = columns.part(known.products());
    for (int i = 0; i < covariance.length; i++) {
      for (int j = 0; j < covariance.length; j++) {
        covariance[i][j] *= (1 - regParam) / (known.rows() - 1);
      }
      covariance[i][i] += regParam;
    }
    CovarianceFactor factor = CovarianceFactor.of(covariance);
    if (!factor.dropped().isEmpty()) {
      throw InsituException.of(
              ErrorCode.SINGULAR,
              ("Column '%s' does not vary in class '%s', or not but for the columns before it: the"
                      + " class's covariance has no inverse.")
                  .formatted(layout.columnName(columns.kept()[factor.dropped().getFirst()]), name))
          .hint(REMEDY);
    }
    return factor;
  }

  private static ClassDensity density(
      Scatter known, ClassMoments moments, IndependentColumns columns, CovarianceFactor factor) {
    ColumnLayout layout = moments.layout();
    double[] mean = columns.part(known.means());
    List<LinearPredictor> axes = new ArrayList<>();
    for (double[] axis : factor.inverse()) {
      double intercept = 0;
      for (int i = 0; i < axis.length; i++) {
        intercept -= axis[i] * mean[i];
      }
      double[] weights = columns.spread(axis, layout.width());
      intercept += EncodedTerms.center(layout, weights, moments.total().means());
      axes.add(new LinearPredictor(intercept, EncodedTerms.of(layout, weights)));
    }
    return new ClassDensity(moments.logPrior(known) - factor.logDeterminant() / 2, axes);
  }
}
