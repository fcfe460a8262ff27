/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import org.insitu.udf.expression.Expression;
import org.insitu.udf.expression.Expression.Column;
import org.insitu.udf.expression.Expression.Literal;
import org.insitu.udf.expression.Expression.Lookup;
import org.insitu.udf.expression.Program.Named;
import org.insitu.udf.model.LinearPredictor.Term;

/** The scores of linear models: intercept plus the terms, in feature order. */
final class LinearScores {
  private LinearScores() {}

  /** Adds the feature layer and answers with the prediction. */
  static List<Named> regression(
      List<Feature> features, Label label, LinearPredictor predictor, List<List<Named>> layers) {
    layers.add(encode(features, used(List.of(predictor))));
    return List.of(new Named("predicted_" + label.name(), score(features, predictor)));
  }

  /** Adds the feature layer and the layer of scores {@code __s0}, {@code __s1} … */
  static void add(
      List<Feature> features, List<LinearPredictor> predictors, List<List<Named>> layers) {
    layers.add(encode(features, used(predictors)));
    List<Named> scores = new ArrayList<>();
    for (int i = 0; i < predictors.size(); i++) {
      scores.add(new Named("__s" + i, score(features, predictors.get(i))));
    }
    layers.add(scores);
  }

  /** The features with a weight other than zero in any predictor. */
  static BitSet used(List<LinearPredictor> predictors) {
    BitSet used = new BitSet();
    for (LinearPredictor predictor : predictors) {
      for (int i = 0; i < predictor.terms().size(); i++) {
        if (weighs(predictor.terms().get(i))) {
          used.set(i);
        }
      }
    }
    return used;
  }

  static boolean weighs(Term term) {
    return switch (term) {
      case Term.Slope slope -> slope.weight() != 0;
      case Term.Weights weights ->
          weights.missingWeight() != 0 || weights.weights().stream().anyMatch(w -> w != 0);
    };
  }

  /** The layer of features, numbers as they are. */
  static List<Named> encode(List<Feature> features, BitSet used) {
    return encode(features, used, FeatureEncoding::imputed);
  }

  /** The layer of features, each number encoded in this way. */
  static List<Named> encode(
      List<Feature> features, BitSet used, Function<Feature.Numeric, Expression> number) {
    List<Named> columns = new ArrayList<>();
    for (int i = used.nextSetBit(0); i >= 0; i = used.nextSetBit(i + 1)) {
      Expression value =
          switch (features.get(i)) {
            case Feature.Numeric numeric -> number.apply(numeric);
            case Feature.Category category -> FeatureEncoding.key(category);
          };
      columns.add(new Named(FeatureEncoding.name(i), value));
    }
    return columns;
  }

  /** A predictor over the layer of features. */
  static Expression score(List<Feature> features, LinearPredictor predictor) {
    List<Term> terms = predictor.terms();
    if (terms.size() != features.size()) {
      throw new IllegalArgumentException(
          "terms: " + terms.size() + " (expected: one per feature, " + features.size() + ")");
    }
    List<Expression> sum = new ArrayList<>();
    if (predictor.intercept() != 0) {
      sum.add(Literal.of(predictor.intercept()));
    }
    for (int i = 0; i < terms.size(); i++) {
      if (weighs(terms.get(i))) {
        sum.add(term(i, features.get(i), terms.get(i)));
      }
    }
    return Sums.of(sum);
  }

  /** What a feature adds to a score. */
  static Expression term(int index, Feature feature, Term term) {
    return switch (term) {
      case Term.Slope slope when feature instanceof Feature.Numeric ->
          Sums.times(Literal.of(slope.weight()), fromOrigin(index, slope));
      case Term.Weights weights when feature instanceof Feature.Category category ->
          lookup(FeatureEncoding.text(index), category.levels(), weights);
      case Term.Slope _, Term.Weights _ ->
          throw new IllegalArgumentException(
              "term of feature '" + feature.name() + "' is not of the feature's kind");
    };
  }

  private static Expression fromOrigin(int index, Term.Slope slope) {
    Expression number = FeatureEncoding.number(index);
    return slope.origin() == 0 ? number : Sums.minus(number, Literal.of(slope.origin()));
  }

  /** An unseen category weighs nothing, so levels that weigh nothing need not be written. */
  private static Lookup lookup(Column key, List<String> levels, Term.Weights term) {
    List<String> keys = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < levels.size(); i++) {
      if (term.weights().get(i) != 0) {
        keys.add(levels.get(i));
        values.add(term.weights().get(i));
      }
    }
    return new Lookup(key, keys, values, term.missingWeight(), 0);
  }
}
