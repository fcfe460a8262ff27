/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.insitu.udf.expression.Expression;
import org.insitu.udf.expression.Expression.Column;
import org.insitu.udf.expression.Expression.Element;
import org.insitu.udf.expression.Expression.Literal;
import org.insitu.udf.expression.Expression.TreeAttributions;
import org.insitu.udf.expression.Program.Named;
import org.insitu.udf.expression.ValueType;

/** Tree scores: Shapley values of the trees, by the rows that each node has seen in training. */
record TreeAttribution(ModelFunction.BoostedTrees model) implements Attribution {
  private static final String LIST = "__shares";

  @Override
  public Expression baseline(int score) {
    return Literal.of(model.forests().get(score).mean());
  }

  @Override
  public List<Expression> shares(ChosenScore chosen, List<List<Named>> layers) {
    BitSet used = ForestScores.used(model.forests());
    List<Expression> shares = new ArrayList<>();
    if (used.isEmpty()) {
      model.features().forEach(feature -> shares.add(Literal.of(0.0)));
      return shares;
    }
    List<Expression> inputs = new ArrayList<>();
    used.stream().forEach(i -> inputs.add(FeatureEncoding.number(i)));
    List<Forest> forests = model.forests().stream().map(forest -> forest.over(used)).toList();
    layers.add(List.of(new Named(LIST, new TreeAttributions(forests, chosen.number(), inputs))));
    int next = 0;
    for (int i = 0; i < model.features().size(); i++) {
      shares.add(
          used.get(i)
              ? new Element(new Column(LIST, ValueType.DOUBLE_LIST), next++)
              : Literal.of(0.0));
    }
    return shares;
  }
}
