/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train;

import org.insitu.executor.fit.Purpose;
import org.insitu.executor.fit.kmeans.KMeansOptions;
import org.insitu.executor.fit.linear.LinearOptions;
import org.insitu.executor.fit.linear.LogisticOptions;
import org.insitu.executor.fit.xgboost.BoostedTreeOptions;

/** The families of models that can be fitted, each with its own options. */
public sealed interface Family {

  /** What the label is for. */
  Purpose purpose();

  /** LINEAR_REG. */
  record Linear(LinearOptions options) implements Family {
    @Override
    public Purpose purpose() {
      return Purpose.REGRESSION;
    }
  }

  /** BOOSTED_TREE_CLASSIFIER and _REGRESSOR. */
  record BoostedTrees(BoostedTreeOptions options, Purpose purpose) implements Family {}

  /** LOGISTIC_REG. */
  record Logistic(LogisticOptions options) implements Family {
    @Override
    public Purpose purpose() {
      return Purpose.CLASSIFICATION;
    }
  }

  /** KMEANS. */
  record KMeans(KMeansOptions options) implements Family {
    @Override
    public Purpose purpose() {
      return Purpose.UNSUPERVISED;
    }
  }
}
