/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.rows.StoredBlock;
import org.insitu.executor.fit.rows.StoredRows;

/**
 * Weights of every {@value #EVERY}th block of many rows, where Newton's way over all of them may
 * begin: near enough to the end that it takes three passes instead of six. The end is the same.
 *
 * @param pass over these blocks
 * @param share of the rows that are in them
 */
record FirstWeights(ScoreModel model, LocalScores pass, double share) {
  /** Of fewer rows the passes take no time. */
  private static final long ROWS_MIN = 1 << 18;

  private static final int EVERY = 8;

  /** So many rows for a weight leave it a seventh of a standard deviation from its place. */
  private static final int ROWS_PER_WEIGHT = 50;

  private static final int ITERATIONS_MAX = 8;

  /** A step after which the square of this is left to gain. */
  private static final double TOLERANCE = 1e-4;

  /** Empty where there are too few rows for it. */
  static Optional<FirstWeights> of(
      ScoreModel model, StoredRows rows, FitResources resources, FitProgress progress) {
    List<StoredBlock> some = new ArrayList<>();
    for (int i = 0; i < rows.blocks().size(); i += EVERY) {
      some.add(rows.blocks().get(i));
    }
    StoredRows part = new StoredRows(rows.layout(), some, 0);
    long weights = (long) model.scores() * model.width();
    if (rows.rows() < ROWS_MIN || part.rows() < ROWS_PER_WEIGHT * weights) {
      return Optional.empty();
    }
    LocalScores pass = new LocalScores(model, part, resources, progress);
    return Optional.of(new FirstWeights(model, pass, (double) part.rows() / rows.rows()));
  }

  /**
   * The weights; the start where there is something to be said of the blocks, such as a column that
   * does not vary in them or classes that it separates.
   *
   * @param terms without L1 penalty
   */
  double[][] from(double[][] start, LinearTerms terms) {
    var objective =
        new ScoreObjective(model, pass, terms.withRegularization(0, share * terms.l2Reg()));
    var rules =
        new DescentRules(
            ITERATIONS_MAX, OptionalDouble.empty(), TOLERANCE, pass.rows().rows(), false, true);
    var descent = new NewtonDescent(model, objective, rules, start, FitProgress.NONE);
    descent.run();
    return descent.notices().isEmpty() ? descent.weights() : start;
  }
}
