/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.bench;

import java.util.List;

/**
 * CREATE MODEL over numbers and categories, statement to stored model with metrics, against
 * scikit-learn from a data frame in memory and Spark's MLlib from a cached one, scaling and
 * encoding included: the peers' fits are without metrics. {@code -Dfits} and {@code -Dpeers}
 * select.
 */
public final class TabularFit {
  private static final int ROWS = 1_000_000;
  private static final double MOST = 1;
  private static final double MOST_OF_SPARK = 0.2;

  private TabularFit() {}

  public static void main(String[] args) throws Exception {
    Machine.print();
    int rows = Integer.getInteger("rows", ROWS);
    try (Lab lab = new Lab()) {
      Tabular.create(lab, rows);
      try (var contest = new FitContest(lab, Tabular.TABLE, Tabular.features(), rows)) {
        for (Fit fit :
            Fit.selected(List.of(Fit.LINEAR, Fit.LOGISTIC, Fit.NAIVE_BAYES, Fit.KMEANS, Fit.PCA))) {
          contest.run(fit, MOST, MOST_OF_SPARK);
        }
      }
    }
  }
}
