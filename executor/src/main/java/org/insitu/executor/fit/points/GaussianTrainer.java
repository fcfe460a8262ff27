/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.points;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitReport;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.Trainer;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.udf.model.ModelFunction;
import org.insitu.udf.model.PointFunction;

/**
 * Fits GAUSSIAN_PROCESS: the posterior mean of a process with a squared exponential kernel and
 * noise, given the rows. The label's mean is taken off first, and its deviation divided out.
 *
 * <p><b>Errors:</b> TOO_MUCH_DATA before rows are read; SINGULAR. <b>Cost:</b> {@code n²} memory
 * and {@code n³ / 3} products for n rows, some 60 times where the kernel is searched for.
 */
public final class GaussianTrainer implements Trainer<GaussianOptions> {
  /** Two triangles of 16 MB each, and about a minute for a search on two cores that are shared. */
  public static final int ROWS_MAX = 2_000;

  private final FitResources resources;

  public GaussianTrainer(FitResources resources) {
    this.resources = resources;
  }

  /** Refuses more rows than a model keeps. */
  public static void requireSize(long rows) {
    if (rows > ROWS_MAX) {
      throw InsituException.of(
              ErrorCode.TOO_MUCH_DATA,
              "Training rows: %d (allowed for GAUSSIAN_PROCESS: <= %d)".formatted(rows, ROWS_MAX))
          .hint(
              "Train on a sample: add USING SAMPLE %d ROWS to the query; or use LINEAR_REG or"
                      .formatted(ROWS_MAX)
                  + " BOOSTED_TREE_REGRESSOR, which take any number.");
    }
  }

  @Override
  public Fitted fit(TrainingSet data, GaussianOptions options, FitProgress progress) {
    long start = System.nanoTime();
    requireSize(data.rows());
    resources.requireHeap(
        (double) Double.BYTES * data.rows() * (data.rows() + data.features().size() * 4.0),
        "Covariances of %d rows".formatted(data.rows()));
    TrainingPoints rows = TrainingPoints.read(data, true, progress);
    double mean = Arrays.stream(rows.targets()).average().orElseThrow();
    double deviation = deviation(rows.targets(), mean);
    Answer answer =
        deviation == 0
            ? Answer.constant(rows.targets().length)
            : search(rows, mean, deviation, options, progress);
    double[] weights = Arrays.stream(answer.weights()).map(w -> w * deviation).toArray();
    var sum = new PointFunction.BellSum(rows.points(), answer.lengthScale(), mean, weights);
    var model = new ModelFunction.GaussianProcess(data.features(), data.label().orElseThrow(), sum);
    long millis = (System.nanoTime() - start) / 1_000_000;
    var iteration =
        new FitReport.Iteration(
            1, answer.loss(), OptionalDouble.empty(), OptionalDouble.empty(), millis);
    return new Fitted(
        model,
        new FitReport(answer.method(), "local", rows.bytes(), List.of(iteration), List.of()));
  }

  private static double deviation(double[] targets, double mean) {
    return Math.sqrt(
        Arrays.stream(targets).map(y -> (y - mean) * (y - mean)).sum() / targets.length);
  }

  /** The weights of the points for the label on its own scale, and how they were found. */
  @SuppressWarnings("ArrayRecordComponent") // handed on at once
  private record Answer(double lengthScale, double[] weights, double loss, String method) {
    static Answer constant(int rows) {
      return new Answer(1, new double[rows], FitReport.NOT_COMPUTED, "constant label");
    }
  }

  private Answer search(
      TrainingPoints rows,
      double mean,
      double deviation,
      GaussianOptions options,
      FitProgress progress) {
    double[] label = Arrays.stream(rows.targets()).map(y -> (y - mean) / deviation).toArray();
    try (RowWork work = new RowWork(resources.threads())) {
      Likelihood likelihood = new Likelihood(rows.points(), label, work);
      KernelSearch.Kernel kernel =
          new KernelSearch(likelihood, options, progress).best(rows.points().inputs().size());
      Likelihood.Found found =
          likelihood
              .at(kernel.lengthScale(), kernel.noiseRatio())
              .orElseThrow(() -> singular(kernel));
      String method =
          String.format(
              Locale.ROOT,
              "Cholesky, length scale %.6g, noise ratio %.6g, signal variance %.6g, log marginal"
                  + " likelihood %.6f",
              kernel.lengthScale(),
              kernel.noiseRatio(),
              found.signal(),
              found.logMarginal());
      double loss = -found.logMarginal() / label.length;
      return new Answer(kernel.lengthScale(), found.weights(), loss, method);
    }
  }

  private static InsituException singular(KernelSearch.Kernel kernel) {
    return InsituException.of(
            ErrorCode.SINGULAR,
            "The covariance of the rows is singular at length scale %s and noise ratio %s."
                .formatted(kernel.lengthScale(), kernel.noiseRatio()))
        .hint("Raise NOISE_RATIO, or leave it out: rows that repeat one another need noise.");
  }
}
