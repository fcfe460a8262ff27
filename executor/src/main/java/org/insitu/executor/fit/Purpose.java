/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit;

/** What a label is for; it decides how the label is profiled. */
public enum Purpose {
  /** A category among few: logistic regression, tree classifiers. */
  CLASSIFICATION,
  /** A number. */
  REGRESSION,
  /** No label: k-means. */
  UNSUPERVISED,
  /** No label, and the metrics follow from the model: principal components. */
  REDUCTION;

  /** Whether there is a label. */
  public boolean isSupervised() {
    return this == CLASSIFICATION || this == REGRESSION;
  }
}
