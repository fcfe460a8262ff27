/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import static org.insitu.udf.model.Sums.minus;

import java.util.function.ToDoubleBiFunction;
import org.insitu.udf.expression.Expression;
import org.insitu.udf.expression.Expression.Literal;
import org.insitu.udf.model.ClassEvidence.Evidence;

/**
 * Naive Bayes is a sum over the features: each adds its term less what the term is on average over
 * the training rows, as the model has them distributed: in each class by its evidence, the classes
 * by their priors. These are the Shapley values whatever the features' dependence.
 */
record EvidenceShares(ModelFunction.NaiveBayes model) implements ClassShares {

  @Override
  public double baseline(int number) {
    ClassEvidence known = model.classes().get(number);
    double baseline = EvidenceScores.constant(known);
    for (int i = 0; i < model.features().size(); i++) {
      baseline += expected(i, known.evidence().get(i));
    }
    return baseline;
  }

  @Override
  public Expression share(int feature, int number) {
    Evidence evidence = model.classes().get(number).evidence().get(feature);
    return minus(
        EvidenceScores.term(feature, model.features().get(feature), evidence),
        Literal.of(expected(feature, evidence)));
  }

  /** The mean term over the training rows of all classes. */
  private double expected(int feature, Evidence evidence) {
    return switch (evidence) {
      case Evidence.Gaussian g -> -0.5 / g.variance() * mean(feature, g, EvidenceShares::squares);
      case Evidence.Shares s -> mean(feature, s, this::logs);
    };
  }

  private <E extends Evidence> double mean(
      int feature, E evidence, ToDoubleBiFunction<E, Evidence> inClass) {
    double mean = 0;
    double priors = 0;
    for (ClassEvidence other : model.classes()) {
      mean += other.prior() * inClass.applyAsDouble(evidence, other.evidence().get(feature));
      priors += other.prior();
    }
    return mean / priors;
  }

  /** The mean squared distance of a class's numbers from the mean of another. */
  private static double squares(Evidence.Gaussian from, Evidence rows) {
    Evidence.Gaussian of = (Evidence.Gaussian) rows;
    double apart = of.mean() - from.mean();
    return of.variance() + apart * apart;
  }

  private double logs(Evidence.Shares of, Evidence rows) {
    Evidence.Shares in = (Evidence.Shares) rows;
    double mean = in.missingShare() > 0 ? in.missingShare() * StrictMath.log(of.missingShare()) : 0;
    for (int i = 0; i < in.shares().size(); i++) {
      mean += in.shares().get(i) * StrictMath.log(of.shares().get(i));
    }
    return mean;
  }
}
