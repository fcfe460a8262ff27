/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How a fit went; ML.TRAINING_INFO shows the iterations.
 *
 * @param method how it was computed, such as {@code normal equations} or {@code Householder QR
 *     (condition 4.9e9)}
 * @param ranIn {@code warehouse} or {@code local}
 * @param bytesMoved bytes that left the warehouse
 * @param iterations in order; one for closed forms
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

  /** The loss after an iteration on the training rows and, where known, on the held-out ones. */
  public record Iteration(
      int number,
      double loss,
      OptionalDouble evaluationLoss,
      OptionalDouble learningRate,
      long durationMillis) {}
}
