/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.moments;

import java.util.ArrayList;
import java.util.List;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitReport;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.Trainer;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.executor.fit.rows.ColumnLayout;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.udf.model.ClassDensity;
import org.insitu.udf.model.Label;
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
    ClosedForm form = new ClosedForm();
    Label label = Scatters.label(data);
    Scatters scatters = new Scatters(data, options.place(), resources, progress);
    List<Scatter> classes = scatters.encoded(true);
    Scatter total = classes.stream().reduce(Scatter::merge).orElseThrow();
    IndependentColumns columns =
        options.regParam() > 0
            ? IndependentColumns.all(scatters.layout())
            : IndependentColumns.of(scatters.layout(), total);
    List<ClassDensity> densities = new ArrayList<>();
    for (int k = 0; k < classes.size(); k++) {
      CovarianceFactor factor =
          factor(classes.get(k), label.classes().get(k), columns, options, scatters.layout());
      densities.add(density(classes.get(k), total, columns, factor, scatters.layout()));
    }
    var model = new ModelFunction.QuadraticDiscriminant(data.features(), label, densities);
    String method =
        options.regParam() > 0
            ? "covariance of each class (reg_param %s)".formatted(options.regParam())
            : "covariance of each class";
    return new Fitted(
        model,
        form.report(
            method,
            FitReport.NOT_COMPUTED,
            scatters.ranIn(),
            scatters.bytes(),
            columns.notice().stream().toList()));
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
      Scatter known,
      Scatter total,
      IndependentColumns columns,
      CovarianceFactor factor,
      ColumnLayout layout) {
    double[] mean = columns.part(known.means());
    List<LinearPredictor> axes = new ArrayList<>();
    for (double[] axis : factor.inverse()) {
      double intercept = 0;
      for (int i = 0; i < axis.length; i++) {
        intercept -= axis[i] * mean[i];
      }
      double[] weights = columns.spread(axis, layout.width());
      intercept += EncodedTerms.center(layout, weights, total.means());
      axes.add(new LinearPredictor(intercept, EncodedTerms.of(layout, weights)));
    }
    double prior = StrictMath.log(known.rows() / total.rows());
    return new ClassDensity(prior - factor.logDeterminant() / 2, axes);
  }
}
