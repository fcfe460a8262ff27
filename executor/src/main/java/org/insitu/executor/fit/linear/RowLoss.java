/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

/**
 * What rows of one score lose by it: of a generalised linear model the part that is of a
 * distribution and a link, of a support vector machine the hinge.
 *
 * <p>Of a generalised linear model with a mean m with the derivative m' by the score and a variance
 * V, the residual is {@code (y - m) m' / V}, minus the derivative of the loss, and the curvature
 * {@code m'² / V}, what is expected of the second derivative: Fisher's scoring. <b>Source:</b>
 * McCullagh and Nelder, Generalized Linear Models, 1989, 2.5.
 */
interface RowLoss {

  /**
   * Judges rows.
   *
   * @param residual and curvature are written
   * @return half the deviance of the rows, or what else they lose; infinite where a score has no
   *     legal mean
   */
  double judge(Rows rows, double[] residual, double[] curvature);

  /** Some rows: their scores, labels (1 for the second of two classes) and weights. */
  @SuppressWarnings("ArrayRecordComponent") // read only, inside the trainer
  record Rows(int count, double[] score, double[] target, double[] weight) {}
}
