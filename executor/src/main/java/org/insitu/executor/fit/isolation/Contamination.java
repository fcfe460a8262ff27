/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.isolation;

import java.util.Arrays;
import org.insitu.executor.fit.FitProgress;
import org.insitu.udf.kernel.ForestKernel;
import org.insitu.udf.model.ModelFunction.IsolationForest;

/**
 * The threshold that a share of the training rows exceeds: midway between the scores of the last
 * row that is no anomaly and of the first that is one, so that no rounding moves a row across. Rows
 * of one score stay together, on the side of those that are none.
 */
final class Contamination {
  /** A second, of the largest forests. */
  private static final int ROWS_BETWEEN_CHECKS = 4_096;

  private Contamination() {}

  static double threshold(
      IsolationForest model, double share, FloatRows rows, long count, FitProgress progress) {
    double[] lengths = lengths(model, rows, Math.toIntExact(count), progress);
    Arrays.sort(lengths);
    int anomalies = (int) (share * lengths.length);
    double usual = lengths[anomalies];
    int last = anomalies - 1;
    while (last >= 0 && lengths[last] == usual) {
      last--;
    }
    double usualScore = score(model, usual);
    double oddScore = last < 0 ? 1 : score(model, lengths[last]);
    return usualScore + (oddScore - usualScore) / 2;
  }

  /** The summed path lengths of every row. */
  private static double[] lengths(
      IsolationForest model, FloatRows rows, int count, FitProgress progress) {
    ForestKernel kernel = ForestKernel.compile(model.forest());
    double[] lengths = new double[count];
    double[] some = new double[ROWS_BETWEEN_CHECKS];
    rows.pass(
        "scored",
        (columns, first, size) -> {
          for (int from = 0; from < size; from += some.length) {
            progress.checkCancelled();
            int part = Math.min(some.length, size - from);
            kernel.sum(columns, from, part, some);
            System.arraycopy(some, 0, lengths, Math.toIntExact(first + from), part);
          }
        });
    return lengths;
  }

  private static double score(IsolationForest model, double length) {
    return Math.pow(2, length * model.exponentOfSum());
  }
}
