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
import org.insitu.udf.model.Feature;
import org.insitu.udf.model.LinearPredictor;
import org.insitu.udf.model.LinearPredictor.Term.Slope;
import org.insitu.udf.model.ModelFunction;

/**
 * Fits LDA: within each class the encoded row is taken as normal, with one covariance for all
 * classes. With the pooled covariance {@code S}, divided by rows less classes, a class's score is
 * linear,
 *
 * <pre>ln(prior) + meanᵀ S⁻¹ x - meanᵀ S⁻¹ mean / 2</pre>
 *
 * and the probabilities are their softmax, so that the model is of logistic regression's kind.
 *
 * <p><b>Errors:</b> TOO_FEW_ROWS; SINGULAR when the columns tell the classes apart without error;
 * those of {@link Scatters}. <b>Source:</b> Hastie, Tibshirani, Friedman, The Elements of
 * Statistical Learning, 4.3; the divisor and the priors are those of R's {@code lda} and of
 * scikit-learn's default solver.
 */
public final class LdaTrainer implements Trainer<LdaOptions> {
  private final FitResources resources;

  public LdaTrainer(FitResources resources) {
    this.resources = resources;
  }

  @Override
  public Fitted fit(TrainingSet data, LdaOptions options, FitProgress progress) {
    ClassMoments moments = ClassMoments.of(data, options.place(), resources, progress);
    List<Scatter> classes = moments.classes();
    if (moments.total().rows() <= classes.size()) {
      throw InsituException.of(
          ErrorCode.TOO_FEW_ROWS,
          "Rows: %.0f (needed for the covariance of %d classes: more than these)"
              .formatted(moments.total().rows(), classes.size()));
    }
    IndependentColumns columns = moments.columns(options.shrinkage());
    CovarianceFactor pooled = pooled(classes, columns, options, moments.layout());
    List<LinearPredictor> predictors =
        classes.stream().map(known -> predictor(known, moments, columns, pooled)).toList();
    var model =
        new ModelFunction.LogisticRegression(
            data.features(),
            moments.label(),
            predictors.size() == 2
                ? List.of(difference(predictors.get(1), predictors.get(0)))
                : predictors);
    return moments.fitted(model, "pooled covariance", "shrinkage", options.shrinkage(), columns);
  }

  private static CovarianceFactor pooled(
      List<Scatter> classes, IndependentColumns columns, LdaOptions options, ColumnLayout layout) {
    Scatter within = classes.stream().reduce(Scatter::within).orElseThrow();
    double[][] covariance = columns.part(within.products());
    double trace = 0;
    for (int i = 0; i < covariance.length; i++) {
      for (int j = 0; j < covariance.length; j++) {
        covariance[i][j] *= (1 - options.shrinkage()) / (within.rows() - classes.size());
      }
      trace += within.products()[columns.kept()[i]][columns.kept()[i]];
    }
    double mean = trace / (within.rows() - classes.size()) / covariance.length;
    for (int i = 0; i < covariance.length; i++) {
      covariance[i][i] += options.shrinkage() * mean;
    }
    CovarianceFactor factor = CovarianceFactor.of(covariance);
    if (!factor.dropped().isEmpty()) {
      throw InsituException.of(
              ErrorCode.SINGULAR,
              ("Column '%s' does not vary within the classes, or not but for the columns before it:"
                      + " the pooled covariance has no inverse.")
                  .formatted(layout.columnName(columns.kept()[factor.dropped().getFirst()])))
          .hint("Set SHRINKAGE, such as 0.001, or leave the column out.");
    }
    return factor;
  }

  /** The score of a class over the raw columns. */
  private static LinearPredictor predictor(
      Scatter known, ClassMoments moments, IndependentColumns columns, CovarianceFactor pooled) {
    ColumnLayout layout = moments.layout();
    double[] mean = columns.part(known.means());
    double[] center = columns.part(moments.total().means());
    double[] apart = new double[mean.length];
    for (int i = 0; i < mean.length; i++) {
      apart[i] = mean[i] - center[i]; // of the same direction for all classes: scores stay small
    }
    double[] solved = pooled.solve(apart);
    double intercept = moments.logPrior(known);
    for (int i = 0; i < mean.length; i++) {
      intercept -= solved[i] * (mean[i] + center[i]) / 2;
    }
    double[] weights = columns.spread(solved, layout.width());
    intercept += EncodedTerms.center(layout, weights, moments.total().means());
    List<Feature.Numeric> numbers = layout.numericFeatures();
    for (int i = 0; i < numbers.size(); i++) {
      weights[i] /= numbers.get(i).standardDeviation();
      intercept +=
          weights[i] * (Slope.of(numbers.get(i), weights[i]).origin() - numbers.get(i).mean());
    }
    return new LinearPredictor(intercept, EncodedTerms.ofRaw(layout, weights));
  }

  private static LinearPredictor difference(LinearPredictor a, LinearPredictor b) {
    List<LinearPredictor.Term> terms = new ArrayList<>();
    for (int i = 0; i < a.terms().size(); i++) {
      terms.add(difference(a.terms().get(i), b.terms().get(i)));
    }
    return new LinearPredictor(a.intercept() - b.intercept(), terms);
  }

  private static LinearPredictor.Term difference(LinearPredictor.Term a, LinearPredictor.Term b) {
    if (a instanceof LinearPredictor.Term.Weights left
        && b instanceof LinearPredictor.Term.Weights right) {
      List<Double> weights = new ArrayList<>();
      for (int i = 0; i < left.weights().size(); i++) {
        weights.add(left.weights().get(i) - right.weights().get(i));
      }
      return new LinearPredictor.Term.Weights(
          weights, left.missingWeight() - right.missingWeight());
    }
    Slope slope = (Slope) a;
    return new Slope(slope.weight() - ((Slope) b).weight(), slope.origin());
  }
}
