/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How a fit went; ML.TRAINING_INFO shows the iterations.
 *
 * @param method how it was computed, such as {@code normal equations} or {@code Householder QR
 *     (condition 4.9e9)}
 * @param ranIn {@code warehouse} or {@code local}
 * @param bytesMoved bytes that left the warehouse
 * @param iterations in order; one for closed forms. The loss is the mean squared error, the mean
 *     log loss or, for clusters, the mean squared distance; never with penalties
 * @param notices for the user: near-separable data, constant columns
 */
public record FitReport(
    String method,
    String ranIn,
    long bytesMoved,
    List<Iteration> iterations,
    List<String> notices) {
  public FitReport {
    iterations = List.copyOf(iterations);
    notices = List.copyOf(notices);
  }

  /** The same with other notices. */
  public FitReport withNotices(List<String> others) {
    return new FitReport(method, ranIn, bytesMoved, iterations, others);
  }

  /** Whether the trainer left the last iteration's loss to the metrics of the fit. */
  public boolean leavesLoss() {
    return !iterations.isEmpty() && Double.isNaN(iterations.getLast().loss());
  }

  /**
   * The same with what the last iteration's losses are, of the training rows ({@link #NOT_COMPUTED}
   * where unknown) and of the held-out ones.
   */
  public FitReport withLastLosses(double loss, OptionalDouble evaluationLoss) {
    List<Iteration> known = new ArrayList<>(iterations);
    Iteration last = known.removeLast();
    known.add(
        new Iteration(
            last.number(),
            loss,
            evaluationLoss,
            last.learningRate(),
            last.durationMillis(),
            last.clusters()));
    return new FitReport(method, ranIn, bytesMoved, known, notices);
  }

  /** The same after so many bytes more. */
  public FitReport withMoreBytesMoved(long more) {
    return new FitReport(method, ranIn, bytesMoved + more, iterations, notices);
  }

  /** Stands for a loss that was not computed. */
  public static final double NOT_COMPUTED = Double.NaN;

  /**
   * One iteration.
   *
   * @param number counted from 1
   * @param loss after it, on the training rows; {@link #NOT_COMPUTED} where that would take too
   *     long
   * @param evaluationLoss on the held-out rows, where known
   * @param learningRate where there is one
   * @param durationMillis how long it took
   * @param clusters for k-means, in the order of their ids
   */
  public record Iteration(
      int number,
      double loss,
      OptionalDouble evaluationLoss,
      OptionalDouble learningRate,
      long durationMillis,
      List<Cluster> clusters) {
    public Iteration {
      clusters = List.copyOf(clusters);
    }

    /** An iteration of a supervised fit. */
    public Iteration(
        int number,
        double loss,
        OptionalDouble evaluationLoss,
        OptionalDouble learningRate,
        long durationMillis) {
      this(number, loss, evaluationLoss, learningRate, durationMillis, List.of());
    }
  }

  /**
   * A cluster of an iteration.
   *
   * @param rows assigned to it
   * @param radius the root of their mean squared distance from its centroid
   */
  public record Cluster(long rows, double radius) {}
}
