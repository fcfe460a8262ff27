/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.moments;

import org.insitu.executor.fit.FitPlace;
import org.insitu.parser.option.MomentOptions;

/**
 * The options of LDA.
 *
 * @param shrinkage 0 to 1: the share of the mean variance, equal for all columns, that replaces as
 *     much of the pooled covariance of the standardised columns
 */
public record LdaOptions(double shrinkage, FitPlace place) {

  /** The covariance as it is, where it is faster. */
  public static final LdaOptions DEFAULT = new LdaOptions(0, FitPlace.AUTO);

  public LdaOptions {
    MomentOptions.SHRINKAGE.require(shrinkage);
  }

  public LdaOptions withShrinkage(double share) {
    return new LdaOptions(share, place);
  }

  public LdaOptions in(FitPlace other) {
    return new LdaOptions(shrinkage, other);
  }
}
