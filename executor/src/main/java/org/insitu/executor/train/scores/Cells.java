/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train.scores;

import java.util.ArrayList;
import java.util.List;
import org.insitu.planner.evaluate.ScoreCounts.Cell;
import org.insitu.udf.model.PredictedClass;

/** Rows by the class seen and the class predicted. */
final class Cells {
  /** Probabilities below are taken for it. */
  private static final double LEAST = 1e-15;

  private final int classes;

  /** Per class seen, the unknown last, and class predicted. */
  private final long[][] rows;

  private final double[][] logLikelihood;

  private Cells(int classes) {
    this.classes = classes;
    this.rows = new long[classes + 1][classes];
    this.logLikelihood = new double[classes + 1][classes];
  }

  /** No rows. */
  static Cells empty(int classes) {
    return new Cells(classes);
  }

  /** Those of a block. */
  static Cells of(ScoreBlock block) {
    double[][] scores = block.scores();
    Cells cells = new Cells(scores.length);
    for (int r = 0; r < block.rows(); r++) {
      int seen = block.seen()[r];
      int said = PredictedClass.of(scores, r);
      int row = seen < 0 ? cells.classes : seen;
      double p = seen < 0 ? 0 : scores[seen][r];
      cells.rows[row][said]++;
      cells.logLikelihood[row][said] += Math.log(Math.max(p, LEAST));
    }
    return cells;
  }

  /** Adds those of more rows. */
  void add(Cells other) {
    for (int seen = 0; seen < rows.length; seen++) {
      for (int said = 0; said < classes; said++) {
        rows[seen][said] += other.rows[seen][said];
        logLikelihood[seen][said] += other.logLikelihood[seen][said];
      }
    }
  }

  /** Those that have rows. */
  List<Cell> list() {
    List<Cell> cells = new ArrayList<>();
    for (int seen = 0; seen < rows.length; seen++) {
      for (int said = 0; said < classes; said++) {
        if (rows[seen][said] > 0) {
          int known = seen == classes ? -1 : seen;
          cells.add(new Cell(known, said, rows[seen][said], logLikelihood[seen][said]));
        }
      }
    }
    return cells;
  }
}
