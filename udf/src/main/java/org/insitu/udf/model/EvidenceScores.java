/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import static org.insitu.udf.model.Sums.minus;
import static org.insitu.udf.model.Sums.times;

import java.util.ArrayList;
import java.util.List;
import org.insitu.udf.expression.Expression;
import org.insitu.udf.expression.Expression.Literal;
import org.insitu.udf.expression.Expression.Lookup;
import org.insitu.udf.expression.Program.Named;
import org.insitu.udf.model.ClassEvidence.Evidence;

/**
 * The scores of naive Bayes: the log of the prior plus a term per feature. A number x adds {@code
 * -(x - mean)² / (2 variance)}, the rest of its log-density being part of the constant; a category
 * adds the log of its share.
 */
final class EvidenceScores {
  private EvidenceScores() {}

  /** Adds the feature layer and the layer of scores {@code __s0}, {@code __s1} … */
  static void add(ModelFunction.NaiveBayes model, List<List<Named>> layers) {
    List<Named> encoded = new ArrayList<>();
    for (int i = 0; i < model.features().size(); i++) {
      Expression value =
          switch (model.features().get(i)) {
            case Feature.Numeric numeric -> FeatureEncoding.imputed(numeric);
            case Feature.Category category -> FeatureEncoding.key(category);
          };
      encoded.add(new Named(FeatureEncoding.name(i), value));
    }
    layers.add(encoded);
    List<Named> scores = new ArrayList<>();
    for (int k = 0; k < model.classes().size(); k++) {
      scores.add(new Named("__s" + k, score(model.features(), model.classes().get(k))));
    }
    layers.add(scores);
  }

  private static Expression score(List<Feature> features, ClassEvidence known) {
    if (known.evidence().size() != features.size()) {
      throw new IllegalArgumentException(
          "evidence: "
              + known.evidence().size()
              + " (expected: one per feature, "
              + features.size()
              + ")");
    }
    List<Expression> sum = new ArrayList<>();
    sum.add(Literal.of(constant(known)));
    for (int i = 0; i < features.size(); i++) {
      sum.add(term(i, features.get(i), known.evidence().get(i)));
    }
    return Sums.of(sum);
  }

  /** What the score has before the terms of the features. */
  static double constant(ClassEvidence known) {
    double constant = StrictMath.log(known.prior());
    for (Evidence evidence : known.evidence()) {
      if (evidence instanceof Evidence.Gaussian gaussian) {
        constant -= StrictMath.log(2 * Math.PI * gaussian.variance()) / 2;
      }
    }
    return constant;
  }

  /** What a feature adds to the score of a class. */
  static Expression term(int index, Feature feature, Evidence evidence) {
    return switch (evidence) {
      case Evidence.Gaussian gaussian when feature instanceof Feature.Numeric -> {
        Expression distance = minus(FeatureEncoding.number(index), Literal.of(gaussian.mean()));
        yield times(Literal.of(-0.5 / gaussian.variance()), times(distance, distance));
      }
      case Evidence.Shares shares when feature instanceof Feature.Category category ->
          new Lookup(
              FeatureEncoding.text(index),
              category.levels(),
              shares.shares().stream().map(StrictMath::log).toList(),
              category.missingSeen() ? StrictMath.log(shares.missingShare()) : 0,
              0);
      case Evidence.Gaussian _, Evidence.Shares _ ->
          throw new IllegalArgumentException(
              "evidence of feature '" + feature.name() + "' is not of the feature's kind");
    };
  }
}
