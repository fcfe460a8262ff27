/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import java.util.List;
import java.util.Optional;
import org.insitu.udf.expression.Expression;
import org.insitu.udf.expression.Expression.Column;
import org.insitu.udf.expression.Expression.Literal;
import org.insitu.udf.expression.Program;
import org.insitu.udf.expression.Program.Named;
import org.insitu.udf.expression.ValueType;

/**
 * How the scores of one kind of model are divided among its features, as expressions over the
 * layers of the model's own program. To explain one more kind: its strategy here, its case in
 * {@link #of}; {@link SampledAttribution} takes any kind, at the cost of many predictions a row.
 *
 * <p>Of a model with several scores (one per class) one is explained for each row, the chosen one.
 */
interface Attribution {

  /** The strategy for a model; empty for a kind that is not explained. */
  static Optional<Attribution> of(ModelFunction model) {
    return switch (model) {
      case ModelFunction.Linear m -> Optional.of(new LinearAttribution(m));
      case ModelFunction.Isotonic m -> Optional.of(new IsotonicAttribution(m));
      case ModelFunction.BoostedTrees m -> Optional.of(new TreeAttribution(m));
      case ModelFunction.NaiveBayes m ->
          Optional.of(
              new ContrastAttribution(
                  m.features().size(), m.classes().size(), new EvidenceShares(m)));
      case ModelFunction.QuadraticDiscriminant m ->
          Optional.of(
              new ContrastAttribution(
                  m.features().size(), m.classes().size(), new DensityShares(m)));
      case ModelFunction.GaussianProcess m -> Optional.of(new SampledAttribution(m));
      case ModelFunction.NearestNeighbors m -> Optional.of(new SampledAttribution(m));
      case ModelFunction.PrincipalComponents _,
          ModelFunction.KMeans _,
          ModelFunction.IsolationForest _,
          ModelFunction.TransformOnly _ ->
          Optional.empty();
    };
  }

  /** How one score is chosen for a row. */
  default ChosenScore chosen(int classes) {
    return ChosenScore.of(classes);
  }

  /**
   * A score over the layers: that of the model's own layer of scores, or where there is none its
   * prediction, which then is the score.
   */
  default Expression score(int number, Program prediction) {
    String name = "__s" + number;
    return prediction.layers().stream()
            .flatMap(List::stream)
            .anyMatch(column -> column.name().equals(name))
        ? new Column(name, ValueType.DOUBLE)
        : prediction.outputs().getFirst().expression();
  }

  /**
   * What a score is for a row of which nothing is known, over the layers as {@link #shares} leaves
   * them.
   */
  Expression baseline(int score);

  /**
   * What each feature adds to the chosen score, one expression per feature of the model.
   *
   * @param chosen the score of each row
   * @param layers those of the model; more may be added
   */
  List<Expression> shares(ChosenScore chosen, List<List<Named>> layers);

  /** By how much the shares may be wrong, over the layers as {@link #shares} leaves them. */
  default Expression error() {
    return Literal.of(0.0);
  }
}
