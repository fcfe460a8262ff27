/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.bench;

import java.util.List;

/**
 * Case 5: a logistic regression of 28 numbers by CREATE MODEL, metrics included, against
 * scikit-learn's from a data frame in memory to the same loss, and Spark's MLlib.
 */
public final class LogisticFit {
  private static final int ROWS = 1_000_000;
  private static final double MOST = 0.5;
  private static final double MOST_OF_SPARK = 0.2;

  private LogisticFit() {}

  public static void main(String[] args) throws Exception {
    Machine.print();
    int rows = Higgs.rows(ROWS);
    try (Lab lab = new Lab()) {
      Higgs.create(lab, rows);
      try (var contest = new FitContest(lab, Higgs.TABLE, Higgs.features(), rows)) {
        for (Fit fit : Fit.selected(List.of(Fit.LOGISTIC))) {
          contest.run(fit, MOST, MOST_OF_SPARK);
        }
      }
    }
  }
}
