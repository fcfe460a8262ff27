/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitReport;
import org.insitu.executor.fit.NameList;

/** Newton's way down to the weights of scores, or Fisher's where curvatures are expected ones. */
final class NewtonDescent {
  /** The mean loss at which classes count as separated: probabilities beyond 1 - 1e-6. */
  private static final double SEPARATED = 1e-6;

  /** What a weight still moves, in standard deviations, when it has no limit. */
  private static final double ENDLESS = 0.1;

  /** What rounding may add to the objective. */
  private static final double ROUNDING = 1e-13;

  /**
   * The decrease, relative to the objective, from which on a step should be much less each time.
   */
  private static final double NEAR = 1e-8;

  private static final int HALVINGS_MAX = 30;

  private final ScoreModel scores;
  private final ScoreObjective objective;
  private final DescentRules rules;
  private final FitProgress progress;
  private final List<FitReport.Iteration> iterations = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();
  private double[][] weights;
  private double least;
  private double lastDecrease = Double.POSITIVE_INFINITY;

  NewtonDescent(
      ScoreModel scores,
      ScoreObjective objective,
      DescentRules rules,
      double[][] start,
      FitProgress progress) {
    this.scores = scores;
    this.objective = objective;
    this.rules = rules;
    this.weights = start;
    this.progress = progress;
  }

  void run() {
    run(objective.at(weights));
  }

  /**
   * Where the objective at the start is known.
   *
   * @param first the objective there
   */
  void run(ScoreObjective.Point first) {
    ScoreObjective.Point point = first;
    if (!rules.lasso()) {
      noteDropped(point);
    }
    // A perfect fit goes down to rounding, of which no part can be asked.
    least = 1e-15 * point.value();
    for (int i = 1; i <= rules.iterationsMax(); i++) {
      long start = System.nanoTime();
      NewtonStep step = step(point);
      if (isLast(step, point)) {
        weights = objective.moved(weights, step.change(), 1);
        note(i, point.loss(), start);
        noteEndless(step);
        return;
      }
      ScoreObjective.Point next = descend(point, step);
      note(i, next.loss(), start);
      if (areClassesSeparated(next)) {
        notices.add(
            "The features separate the classes: the weights would grow without bound. Set"
                + " L2_REG.");
        return;
      }
      boolean slow =
          rules.minRelProgress().isPresent()
              && point.value() - next.value()
                  < rules.minRelProgress().getAsDouble() * point.value();
      if (slow) {
        return;
      }
      point = next;
    }
    NewtonStep step = step(point);
    if (!isLast(step, point)) {
      notices.add(
          "Not converged in %d iterations: the next would lower the loss by a part of %.1e."
              .formatted(rules.iterationsMax(), step.decrease() / point.value()));
    }
    noteEndless(step);
  }

  private boolean isLast(NewtonStep step, ScoreObjective.Point point) {
    return step.decrease() <= rules.tolerance() * (point.value() + least);
  }

  private boolean areClassesSeparated(ScoreObjective.Point point) {
    return rules.endless() && point.loss() <= SEPARATED * rules.unit();
  }

  /** Says which columns do not move because they depend on those before them. */
  private void noteDropped(ScoreObjective.Point point) {
    Triangle triangle = Triangle.ofCurvature(point.curvature(), point.descent(), progress);
    int[] solved = scores.design().solvedColumns();
    List<String> names = new ArrayList<>();
    for (int a = 0; a < solved.length; a++) {
      if (triangle.isDropped(a)) {
        scores.design().columnName(solved[a]).ifPresent(names::add);
      }
    }
    if (!names.isEmpty()) {
      notices.add(
          "Columns that depend on those before them have the weight 0: %s."
              .formatted(NameList.of(names)));
    }
  }

  private NewtonStep step(ScoreObjective.Point point) {
    return rules.lasso()
        ? NewtonStep.lasso(
            point, objective.flatten(weights), objective.absolutePenalties(), progress)
        : NewtonStep.smooth(point, progress);
  }

  /** Goes the step, or a half of it, or a quarter, until the objective falls. */
  private ScoreObjective.Point descend(ScoreObjective.Point point, NewtonStep step) {
    double[][] from = weights;
    // Expected curvatures may be too flat: steps that do not shrink go to and fro.
    boolean circles = step.decrease() > lastDecrease / 2 && step.decrease() < NEAR * point.value();
    lastDecrease = step.decrease();
    double part = circles ? 0.5 : 1;
    double highest = point.value() + ROUNDING * Math.abs(point.value());
    for (int halving = 0; halving < HALVINGS_MAX; halving++) {
      weights = objective.moved(from, step.change(), part);
      ScoreObjective.Point next = objective.at(weights);
      if (next.value() <= highest) {
        return next;
      }
      part /= 2;
    }
    weights = from;
    return point;
  }

  private void note(int number, double loss, long start) {
    double mean = loss / rules.unit();
    long millis = (System.nanoTime() - start) / 1_000_000;
    iterations.add(
        new FitReport.Iteration(
            number, mean, OptionalDouble.empty(), OptionalDouble.empty(), millis));
    progress.report(
        "fit",
        (double) number / rules.iterationsMax(),
        "iteration %d, loss %.6g".formatted(number, mean));
  }

  /** Near the end only weights without a limit still move by much. */
  private void noteEndless(NewtonStep step) {
    if (!rules.endless()) {
      return;
    }
    int[] solved = scores.design().solvedColumns();
    double[] scale = scores.design().penaltyScale();
    List<String> names = new ArrayList<>();
    for (int a = 0; a < step.change().length; a++) {
      int column = solved[a % solved.length];
      if (Math.abs(step.change()[a]) * scale[column] > ENDLESS) {
        scores.design().columnName(column).filter(n -> !names.contains(n)).ifPresent(names::add);
      }
    }
    if (!names.isEmpty()) {
      notices.add(
          "Weights that grow without bound, for their rows have one class only: %s. Set L2_REG."
              .formatted(NameList.of(names)));
    }
  }

  /** By score and column. */
  double[][] weights() {
    return weights;
  }

  /** What should be said of the way. */
  List<String> notices() {
    return List.copyOf(notices);
  }

  FitReport report(String method, String ranIn, long bytes) {
    return new FitReport(method, ranIn, bytes, iterations, notices);
  }
}
