/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import java.util.ArrayList;
import java.util.List;
import org.insitu.udf.expression.Expression;
import org.insitu.udf.expression.Expression.Literal;
import org.insitu.udf.expression.Expression.Lookup;
import org.insitu.udf.expression.Program.Named;
import org.insitu.udf.model.LinearPredictor.Term;

/**
 * Linear scores: a number adds {@code weight * (value - mean)}, a category its weight less the mean
 * of its feature's weights.
 *
 * <p>The mean of the weights is that of the categories seen in training, NULL among them, each
 * counting once: the model does not keep how frequent they were. It is the same for one-hot and
 * dummy encoding, whose weights differ by what the intercept takes over.
 */
record LinearAttribution(ModelFunction.Linear model) implements Attribution {

  @Override
  public Expression baseline(int score) {
    LinearPredictor predictor = model.predictors().get(score);
    double baseline = predictor.intercept();
    for (int i = 0; i < predictor.terms().size(); i++) {
      baseline +=
          switch (predictor.terms().get(i)) {
            case Term.Slope slope ->
                slope.weight() == 0 ? 0 : slope.weight() * (numeric(i).mean() - slope.origin());
            case Term.Weights weights -> mean(weights, category(i));
          };
    }
    return Literal.of(baseline);
  }

  @Override
  public List<Expression> shares(ChosenScore chosen, List<List<Named>> layers) {
    List<Expression> shares = new ArrayList<>();
    for (int i = 0; i < model.features().size(); i++) {
      int feature = i;
      shares.add(chosen.of(score -> share(feature, model.predictors().get(score))));
    }
    return shares;
  }

  private Expression share(int feature, LinearPredictor predictor) {
    Term term = predictor.terms().get(feature);
    if (!LinearScores.weighs(term)) {
      return Literal.of(0.0);
    }
    return switch (term) {
      // Zero is added so that a negative weight times nothing is no negative zero.
      case Term.Slope slope ->
          Sums.plus(
              Sums.times(
                  Literal.of(slope.weight()),
                  Sums.minus(FeatureEncoding.number(feature), Literal.of(numeric(feature).mean()))),
              Literal.of(0.0));
      case Term.Weights weights -> lookup(feature, weights);
    };
  }

  private Lookup lookup(int feature, Term.Weights weights) {
    double mean = mean(weights, category(feature));
    return new Lookup(
        FeatureEncoding.text(feature),
        category(feature).levels(),
        weights.weights().stream().map(weight -> weight - mean).toList(),
        weights.missingWeight() - mean,
        0 - mean);
  }

  private static double mean(Term.Weights weights, Feature.Category category) {
    double sum = category.missingSeen() ? weights.missingWeight() : 0;
    int count = weights.weights().size() + (category.missingSeen() ? 1 : 0);
    for (double weight : weights.weights()) {
      sum += weight;
    }
    return count == 0 ? 0 : sum / count;
  }

  private Feature.Numeric numeric(int feature) {
    return (Feature.Numeric) model.features().get(feature);
  }

  private Feature.Category category(int feature) {
    return (Feature.Category) model.features().get(feature);
  }
}
