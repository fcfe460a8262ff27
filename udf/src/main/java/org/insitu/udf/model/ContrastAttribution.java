/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import static org.insitu.udf.model.Sums.minus;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.insitu.udf.expression.Expression;
import org.insitu.udf.expression.Expression.Column;
import org.insitu.udf.expression.Expression.Literal;
import org.insitu.udf.expression.Program;
import org.insitu.udf.expression.Program.Named;
import org.insitu.udf.expression.ValueType;

/**
 * Scores of which one per class is known up to what all have in common, such as log-densities. What
 * is explained is what tells the classes apart: of two classes the second's score less the first's,
 * their log-odds; of more a class's score less the mean of all, of which softmax makes the same
 * probabilities.
 */
record ContrastAttribution(int features, int classes, ClassShares ofClasses)
    implements Attribution {

  @Override
  public Expression score(int number, Program prediction) {
    return contrast(number, k -> column("__s" + k));
  }

  @Override
  public Expression baseline(int score) {
    IntToDoubleFunction baseline = ofClasses::baseline;
    return Literal.of(
        classes == 2
            ? baseline.applyAsDouble(1) - baseline.applyAsDouble(0)
            : baseline.applyAsDouble(score)
                - IntStream.range(0, classes).mapToDouble(baseline).sum() / classes);
  }

  @Override
  public List<Expression> shares(ChosenScore chosen, List<List<Named>> layers) {
    ofClasses.prepare(layers);
    List<Named> ofClass = new ArrayList<>();
    List<Expression> shares = new ArrayList<>();
    for (int i = 0; i < features; i++) {
      int feature = i;
      for (int k = 0; k < classes; k++) {
        ofClass.add(new Named(name(i, k), ofClasses.share(i, k)));
      }
      shares.add(chosen.of(score -> contrast(score, k -> column(name(feature, k)))));
    }
    layers.add(ofClass);
    return shares;
  }

  private Expression contrast(int number, IntFunction<Expression> ofClass) {
    if (classes == 2) {
      return minus(ofClass.apply(1), ofClass.apply(0));
    }
    Expression sum = Sums.of(IntStream.range(0, classes).mapToObj(ofClass).toList());
    return minus(ofClass.apply(number), Sums.over(sum, Literal.of((double) classes)));
  }

  private static String name(int feature, int number) {
    return "__t" + number + "_" + feature;
  }

  private static Column column(String name) {
    return new Column(name, ValueType.DOUBLE);
  }
}
