/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.xgboost;

import java.util.Locale;

/** How splits are searched for: the option {@code tree_method}. */
public enum TreeMethod {
  /** Histograms. */
  AUTO,
  EXACT,
  APPROX,
  HIST;

  /** Whether training looks at histograms of the whole rows only. */
  boolean usesHistograms() {
    return this == AUTO || this == HIST;
  }

  /** XGBoost's own name; its {@code auto} means {@code hist} too. */
  String parameter() {
    return name().toLowerCase(Locale.ROOT);
  }
}
