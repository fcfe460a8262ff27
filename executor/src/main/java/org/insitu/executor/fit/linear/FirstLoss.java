/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import org.insitu.udf.model.Link;

/**
 * The first step of a fit without an intercept, from weights of 0: the least squares of scores that
 * are near the labels' own. Scores of 0 themselves may have no legal mean.
 *
 * @param mean of the labels
 */
record FirstLoss(Distribution distribution, Link link, double mean) implements RowLoss {

  @Override
  public double judge(Rows rows, double[] residual, double[] curvature) {
    for (int r = 0; r < rows.count(); r++) {
      double label = rows.target()[r];
      double first = distribution.firstMean(label, mean);
      double derivative = Means.derivative(link, first);
      double weight = derivative * derivative / distribution.variance(first);
      double wanted = Means.score(link, first) + (label - first) / derivative;
      residual[r] = weight * (wanted - rows.score()[r]);
      curvature[r] = weight;
    }
    return 0;
  }
}
