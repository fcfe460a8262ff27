/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.moments;

import org.insitu.executor.fit.FitPlace;
import org.insitu.parser.option.MomentOptions;

/**
 * The options of QDA.
 *
 * @param regParam 0 to 1: each class's covariance of the standardised columns is {@code (1 -
 *     regParam) S + regParam I}, as scikit-learn's on such columns
 */
public record QdaOptions(double regParam, FitPlace place) {

  /** The covariances as they are, where it is faster. */
  public static final QdaOptions DEFAULT = new QdaOptions(0, FitPlace.AUTO);

  public QdaOptions {
    MomentOptions.REG_PARAM.require(regParam);
  }

  public QdaOptions withRegParam(double share) {
    return new QdaOptions(share, place);
  }

  public QdaOptions in(FitPlace other) {
    return new QdaOptions(regParam, other);
  }
}
