/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import org.insitu.executor.fit.FitPlace;

/**
 * Options of LINEAR_REG; the loss is half the squared error.
 *
 * @param terms what is fitted and how it is penalised
 * @param place where to fit
 */
public record LinearOptions(LinearTerms terms, FitPlace place) {

  /** No regularisation, an intercept, one weight per level, wherever it is faster. */
  public static final LinearOptions DEFAULT = new LinearOptions(LinearTerms.DEFAULT, FitPlace.AUTO);

  public LinearOptions withTerms(LinearTerms other) {
    return new LinearOptions(other, place);
  }

  public LinearOptions withPlace(FitPlace other) {
    return new LinearOptions(terms, other);
  }
}
