/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import java.util.List;
import org.insitu.udf.model.Link;
import org.insitu.udf.sql.SqlDialect;

/** The loss of numbers. */
record MeanLoss(Distribution distribution, Link link) implements SqlLoss {

  @Override
  public double judge(Rows rows, double[] residual, double[] curvature) {
    double loss = 0;
    for (int r = 0; r < rows.count(); r++) {
      double mean = Means.mean(link, rows.score()[r]);
      if (!distribution.isMean(mean)) {
        return Double.POSITIVE_INFINITY;
      }
      double derivative = Means.derivative(link, mean);
      double variance = distribution.variance(mean);
      double weight = rows.weight()[r];
      residual[r] = weight * (rows.target()[r] - mean) * derivative / variance;
      curvature[r] = weight * derivative * derivative / variance;
      loss += weight * distribution.halfDeviance(rows.target()[r], mean);
    }
    return loss;
  }

  @Override
  public List<List<String>> layers(String rowWeight, SqlDialect dialect) {
    return new MeanLossSql(distribution, link, rowWeight, dialect).layers();
  }
}
