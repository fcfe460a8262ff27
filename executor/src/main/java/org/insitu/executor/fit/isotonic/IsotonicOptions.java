/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.isotonic;

import java.util.Optional;
import org.insitu.executor.fit.FitPlace;

/**
 * Options of ISOTONIC.
 *
 * @param rising whether the prediction never falls; else it never rises
 * @param rowWeights the column that weighs rows
 * @param place where rows are added up by the values of the feature
 */
public record IsotonicOptions(boolean rising, Optional<String> rowWeights, FitPlace place) {

  /** Never falling, every row counting once. */
  public static final IsotonicOptions DEFAULT =
      new IsotonicOptions(true, Optional.empty(), FitPlace.AUTO);

  public IsotonicOptions withRising(boolean other) {
    return new IsotonicOptions(other, rowWeights, place);
  }

  public IsotonicOptions withRowWeights(String column) {
    return new IsotonicOptions(rising, Optional.of(column), place);
  }

  public IsotonicOptions withPlace(FitPlace other) {
    return new IsotonicOptions(rising, rowWeights, other);
  }
}
