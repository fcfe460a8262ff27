/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import static org.insitu.udf.model.Sums.minus;
import static org.insitu.udf.model.Sums.over;
import static org.insitu.udf.model.Sums.plus;
import static org.insitu.udf.model.Sums.times;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.insitu.udf.expression.Expression;
import org.insitu.udf.expression.Expression.Call;
import org.insitu.udf.expression.Expression.Case;
import org.insitu.udf.expression.Expression.Column;
import org.insitu.udf.expression.Expression.IsMissing;
import org.insitu.udf.expression.Expression.Literal;
import org.insitu.udf.expression.Expression.Lookup;
import org.insitu.udf.expression.Expression.MathFunction;
import org.insitu.udf.expression.Expression.When;
import org.insitu.udf.expression.Program.Named;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.model.LinearPredictor.Term;

/**
 * The mean squared difference of an encoded row and what its principal components tell of it, over
 * the encoded columns.
 *
 * <p>With the components {@code c} of a row and {@code v} of the model the difference of a number
 * {@code z} is {@code z - sum over k of c_k v_k}, squared. The levels of categories are not written
 * out: for the row's levels {@code e}, their shares {@code m} and {@code d = e - m} their squared
 * differences are together
 *
 * <pre>|d|² + cᵀ (G c - 2 s)</pre>
 *
 * where {@code s} is what the levels add to each component, {@code G} holds the products of the
 * components' weights of levels, and {@code |d|²} is a look-up per category. Where an infinite
 * number makes the sum NaN it is infinite.
 */
final class ReconstructionError {
  private final ModelFunction.PrincipalComponents model;
  private final int components;

  private ReconstructionError(ModelFunction.PrincipalComponents model) {
    this.model = model;
    this.components = model.components().size();
    if (model.levelShares().isEmpty()) {
      throw new IllegalArgumentException("components without the shares of levels");
    }
  }

  /** Adds the layers and answers with the output. */
  static Named add(ModelFunction.PrincipalComponents model, List<List<Named>> layers) {
    return new ReconstructionError(model).add(layers);
  }

  private Named add(List<List<Named>> layers) {
    BitSet all = new BitSet();
    all.set(0, model.features().size());
    layers.add(
        LinearScores.encode(
            model.features(),
            all,
            model.scaled() ? FeatureEncoding::standardized : FeatureEncoding::centered));
    List<Named> parts = new ArrayList<>();
    List<Named> differences = new ArrayList<>();
    List<Expression> squares = new ArrayList<>();
    for (int k = 0; k < components; k++) {
      parts.add(new Named("__c" + k, LinearScores.score(model.features(), direction(k))));
      parts.add(new Named("__l" + k, LinearScores.score(model.features(), ofLevels(k))));
    }
    for (int i = 0; i < model.features().size(); i++) {
      if (model.features().get(i) instanceof Feature.Numeric) {
        differences.add(new Named("__r" + i, difference(i)));
        Expression difference = column("__r" + i);
        squares.add(times(difference, difference));
      }
    }
    boolean categories = squares.size() < model.features().size();
    if (categories) {
      differences.add(new Named("__rl", ofLevels()));
      squares.add(column("__rl"));
    }
    layers.add(parts);
    layers.add(differences);
    layers.add(List.of(new Named("__a", over(Sums.of(squares), Literal.of(columns())))));
    Expression error = column("__a");
    return new Named(
        "mean_squared_error",
        new Case(
            List.of(new When(new IsMissing(error), Literal.of(Double.POSITIVE_INFINITY))), error));
  }

  private LinearPredictor direction(int component) {
    return model.components().get(component).direction();
  }

  /** What the levels of a row add to a component, less what those of the mean row do. */
  private LinearPredictor ofLevels(int component) {
    LinearPredictor direction = direction(component);
    return new LinearPredictor(
        direction.intercept(),
        direction.terms().stream()
            .map(term -> term instanceof Term.Weights ? term : new Term.Slope(0))
            .toList());
  }

  private Expression difference(int feature) {
    List<Expression> told = new ArrayList<>();
    for (int k = 0; k < components; k++) {
      if (direction(k).terms().get(feature) instanceof Term.Slope slope && slope.weight() != 0) {
        told.add(times(Literal.of(slope.weight()), column("__c" + k)));
      }
    }
    return minus(FeatureEncoding.number(feature), Sums.of(told));
  }

  /** Of all levels; rounding may leave less than nothing. */
  private Expression ofLevels() {
    double[][] products = products();
    List<Expression> sum = new ArrayList<>();
    for (int i = 0; i < model.features().size(); i++) {
      if (model.features().get(i) instanceof Feature.Category category) {
        sum.add(distance(i, category));
      }
    }
    for (int k = 0; k < components; k++) {
      List<Expression> inner = new ArrayList<>();
      for (int l = 0; l < components; l++) {
        if (products[k][l] != 0) {
          inner.add(times(Literal.of(products[k][l]), column("__c" + l)));
        }
      }
      Expression twice = plus(column("__l" + k), column("__l" + k));
      sum.add(times(column("__c" + k), minus(Sums.of(inner), twice)));
    }
    return new Call(MathFunction.GREATEST, List.of(Literal.of(0.0), Sums.of(sum)));
  }

  /** The squared distance of a row's level from the mean row. */
  private Lookup distance(int feature, Feature.Category category) {
    List<Double> shares = model.levelShares().get(feature);
    double none = shares.stream().mapToDouble(share -> share * share).sum();
    List<Double> distances = shares.stream().map(share -> none + 1 - 2 * share).toList();
    int levels = category.levels().size();
    return new Lookup(
        FeatureEncoding.text(feature),
        category.levels(),
        distances.subList(0, levels),
        category.missingSeen() ? distances.get(levels) : none,
        none);
  }

  private double[][] products() {
    double[][] products = new double[components][components];
    for (int i = 0; i < model.features().size(); i++) {
      for (int k = 0; k < components; k++) {
        for (int l = 0; l < components; l++) {
          if (direction(k).terms().get(i) instanceof Term.Weights left
              && direction(l).terms().get(i) instanceof Term.Weights right) {
            products[k][l] += product(left, right);
          }
        }
      }
    }
    return products;
  }

  private static double product(Term.Weights left, Term.Weights right) {
    double product = left.missingWeight() * right.missingWeight();
    for (int i = 0; i < left.weights().size(); i++) {
      product += left.weights().get(i) * right.weights().get(i);
    }
    return product;
  }

  /** How many columns a row is encoded as. */
  private double columns() {
    double columns = 0;
    for (Feature feature : model.features()) {
      columns +=
          switch (feature) {
            case Feature.Numeric _ -> 1;
            case Feature.Category c -> c.levels().size() + (c.missingSeen() ? 1 : 0);
          };
    }
    return columns;
  }

  private static Column column(String name) {
    return new Column(name, ValueType.DOUBLE);
  }
}
