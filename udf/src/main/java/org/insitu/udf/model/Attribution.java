/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import java.util.List;
import java.util.Optional;
import org.insitu.udf.expression.Expression;
import org.insitu.udf.expression.Program.Named;

/**
 * How the scores of one kind of model are divided among its features, exactly and as expressions
 * over the layers of the model's own program. To explain one more kind: its strategy here, its case
 * in {@link #of}.
 *
 * <p>Of a model with several scores (one per class) one is explained for each row, the chosen one.
 */
interface Attribution {

  /** The strategy for a model; empty for a kind that is not explained. */
  static Optional<Attribution> of(ModelFunction model) {
    return switch (model) {
      case ModelFunction.Linear m -> Optional.of(new LinearAttribution(m));
      case ModelFunction.BoostedTrees m -> Optional.of(new TreeAttribution(m));
      case ModelFunction.NaiveBayes _,
          ModelFunction.QuadraticDiscriminant _,
          ModelFunction.PrincipalComponents _,
          ModelFunction.KMeans _,
          ModelFunction.IsolationForest _,
          ModelFunction.GaussianProcess _,
          ModelFunction.NearestNeighbors _,
          ModelFunction.TransformOnly _ ->
          Optional.empty();
    };
  }

  /** What a score is for a row of which nothing is known. */
  double baseline(int score);

  /**
   * What each feature adds to the chosen score, one expression per feature of the model.
   *
   * @param chosen the score of each row
   * @param layers those of the model; more may be added
   */
  List<Expression> shares(ChosenScore chosen, List<List<Named>> layers);
}
