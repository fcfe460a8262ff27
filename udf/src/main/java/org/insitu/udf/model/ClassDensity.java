/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import java.util.List;

/**
 * The normal density of one class, up to a constant of the row: {@code constant - sum(axis² / 2)}.
 * The axes whiten the row: with the covariance {@code S} of the class and {@code S = L Lᵀ} they are
 * the rows of {@code L⁻¹ (z - mean)}.
 *
 * @param constant the log of the prior less half of the log of the determinant of S
 * @param axes predictors over the encoded row
 */
public record ClassDensity(double constant, List<LinearPredictor> axes) {
  public ClassDensity {
    axes = List.copyOf(axes);
  }
}
