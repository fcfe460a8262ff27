/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.moments;

import java.util.List;
import org.insitu.executor.fit.FitPlace;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitReport;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.Trainer.Fitted;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.executor.fit.rows.ColumnLayout;
import org.insitu.udf.model.Label;
import org.insitu.udf.model.ModelFunction;

/**
 * What LDA and QDA are fitted from, and what they say of it.
 *
 * @param form the fit, since it began
 * @param classes the moments of each class, of columns on the scale that the model encodes them on
 * @param total of all rows
 */
record ClassMoments(
    ClosedForm form, Label label, Scatters scatters, List<Scatter> classes, Scatter total) {

  static ClassMoments of(
      TrainingSet data, FitPlace place, FitResources resources, FitProgress progress) {
    ClosedForm form = new ClosedForm();
    Label label = Scatters.label(data);
    Scatters scatters = new Scatters(data, place, resources, progress);
    List<Scatter> classes = scatters.encoded(true);
    Scatter total = classes.stream().reduce(Scatter::merge).orElseThrow();
    return new ClassMoments(form, label, scatters, classes, total);
  }

  ColumnLayout layout() {
    return scatters.layout();
  }

  /** Those to fit on: a covariance that is regularised needs none left out. */
  IndependentColumns columns(double regularisation) {
    return regularisation > 0
        ? IndependentColumns.all(layout())
        : IndependentColumns.of(layout(), total);
  }

  /** The logarithm of a class's share of the rows. */
  double logPrior(Scatter known) {
    return StrictMath.log(known.rows() / total.rows());
  }

  /**
   * The model with its report.
   *
   * @param method in words
   * @param option the name of the one that regularises
   */
  Fitted fitted(
      ModelFunction model,
      String method,
      String option,
      double regularisation,
      IndependentColumns columns) {
    return new Fitted(
        model,
        form.report(
            regularisation > 0 ? "%s (%s %s)".formatted(method, option, regularisation) : method,
            FitReport.NOT_COMPUTED,
            scatters.ranIn(),
            scatters.bytes(),
            columns.notice().stream().toList()));
  }
}
