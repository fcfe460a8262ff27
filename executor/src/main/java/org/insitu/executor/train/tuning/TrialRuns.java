/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train.tuning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.train.FinishedFit;
import org.insitu.executor.train.family.Family;
import org.insitu.executor.train.tuning.Search.Judged;
import org.insitu.executor.train.tuning.SearchSpace.Point;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.option.Choice;
import org.insitu.parser.statement.OptionValue;

/**
 * Runs trials until there are as many as were asked for, or no values are left to try. Trials that
 * run at once were chosen at once, so that their order does not matter.
 *
 * <p>A trial that fails is a trial like another; when all have failed, so has the tuning.
 */
public final class TrialRuns {

  /** One fit of a trial over the rows that all of them share. */
  public interface Fitting {

    /** Fits, to the end; threads call it at the same time when trials run at once. */
    FinishedFit fit(Family family, FitProgress progress);

    /** The objective over the evaluation rows; NaN where it is not defined. */
    double metric(FinishedFit fit, Choice.Objective objective);
  }

  private final TuningRequest request;
  private final Fitting fitting;
  private final FitProgress progress;
  private final List<Trial> trials = new ArrayList<>();

  private TrialRuns(TuningRequest request, Fitting fitting, FitProgress progress) {
    this.request = request;
    this.fitting = fitting;
    this.progress = progress;
  }

  /**
   * Tunes.
   *
   * @throws InsituException the first trial's error when none succeeded; CANCELLED
   */
  public static FinishedFit.Tuned run(
      TuningRequest request, Fitting fitting, FitProgress progress) {
    return new TrialRuns(request, fitting, progress).run();
  }

  private FinishedFit.Tuned run() {
    Search search = Search.of(request.tuning(), request.seed());
    List<Judged> history = new ArrayList<>();
    int most = request.tuning().trials();
    int parallel = request.tuning().parallelTrials();
    try (ExecutorService pool = Executors.newFixedThreadPool(parallel)) {
      while (trials.size() < most) {
        int count = Math.min(parallel, most - trials.size());
        List<Point> points = search.next(history, count);
        if (points.isEmpty()) {
          break;
        }
        for (Trial trial : runAll(points, pool)) {
          trials.add(trial);
          history.add(new Judged(trial.point(), loss(trial)));
        }
      }
    }
    return TrialTable.tuned(trials, best(), request.tuning());
  }

  private List<Trial> runAll(List<Point> points, ExecutorService pool) {
    if (points.size() == 1) {
      return List.of(runOne(trials.size() + 1, points.getFirst()));
    }
    List<Callable<Trial>> tasks = new ArrayList<>();
    for (Point point : points) {
      int id = trials.size() + tasks.size() + 1;
      tasks.add(() -> runOne(id, point));
    }
    List<Trial> done = new ArrayList<>();
    try {
      for (Future<Trial> future : pool.invokeAll(tasks)) {
        done.add(future.get());
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException("a trial ended with an error", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw InsituException.of(ErrorCode.CANCELLED, "The fit was interrupted.").causedBy(e);
    }
    return done;
  }

  private Trial runOne(int id, Point point) {
    progress.checkCancelled();
    Family family;
    try {
      family = request.family().apply(Map.copyOf(point.values()));
    } catch (InsituException e) {
      return told(Trial.failed(id, point, Trial.Status.INFEASIBLE, e));
    }
    try {
      FinishedFit fit = fitting.fit(family, named(id));
      double metric = fitting.metric(fit, request.tuning().objective());
      return told(
          Double.isNaN(metric)
              ? Trial.unjudged(id, point, fit, undefined())
              : Trial.succeeded(id, point, fit, metric));
    } catch (InsituException e) {
      if (e.code() == ErrorCode.CANCELLED) {
        throw e;
      }
      return told(Trial.failed(id, point, Trial.Status.FAILED, e));
    }
  }

  private InsituException undefined() {
    return InsituException.of(
        ErrorCode.FUNCTION_NOT_APPLICABLE,
        "%s is not defined over the evaluation rows."
            .formatted(request.tuning().objective().metric()));
  }

  private OptionalDouble loss(Trial trial) {
    if (trial.metric().isEmpty()) {
      return OptionalDouble.empty();
    }
    double metric = trial.metric().getAsDouble();
    return OptionalDouble.of(request.tuning().objective().isGreaterBetter() ? -metric : metric);
  }

  private Trial best() {
    return trials.stream()
        .filter(trial -> trial.metric().isPresent())
        .min(Comparator.comparingDouble(trial -> loss(trial).orElseThrow()))
        .orElseThrow(this::allFailed);
  }

  private InsituException allFailed() {
    InsituException first = trials.getFirst().failure().orElseThrow();
    return InsituException.of(
            first.code(),
            "No trial of %d succeeded; the first: %s".formatted(trials.size(), first.getMessage()))
        .causedBy(first);
  }

  /** A trial's own progress, and the tuning's when it is over. */
  private FitProgress named(int id) {
    return new FitProgress() {
      @Override
      public void report(String phase, double fraction, String message) {
        progress.report(
            "tune", part(id - 1), "trial %d, %s %s".formatted(id, phase, message).strip());
      }

      @Override
      public void checkCancelled() {
        progress.checkCancelled();
      }
    };
  }

  private double part(int done) {
    return (double) done / request.tuning().trials();
  }

  private Trial told(Trial trial) {
    String values = values(trial.point().values());
    String outcome =
        trial.metric().isPresent()
            ? String.format(
                Locale.ROOT,
                "%s %.6g",
                request.tuning().objective().metric(),
                trial.metric().getAsDouble())
            : trial.status().name();
    progress.report(
        "tune", part(trial.id()), "trial %d: %s, %s".formatted(trial.id(), outcome, values));
    return trial;
  }

  private static String values(Map<String, OptionValue> values) {
    List<String> texts = new ArrayList<>();
    values.forEach((name, value) -> texts.add(name + " = " + TrialTable.text(value)));
    return String.join(", ", texts);
  }
}
