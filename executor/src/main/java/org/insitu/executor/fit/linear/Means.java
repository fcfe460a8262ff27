/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import org.insitu.udf.model.Link;

/** Links of numbers: from scores to means and back. */
final class Means {
  private Means() {}

  static double mean(Link link, double score) {
    return switch (link) {
      case IDENTITY -> score;
      case LOG -> Math.exp(score);
      case INVERSE -> 1 / score;
      case LOGIT, PROBIT, CLOGLOG -> throw new IllegalArgumentException("link: " + link);
    };
  }

  /** The derivative of the mean by the score. */
  static double derivative(Link link, double mean) {
    return switch (link) {
      case IDENTITY -> 1;
      case LOG -> mean;
      case INVERSE -> -mean * mean;
      case LOGIT, PROBIT, CLOGLOG -> throw new IllegalArgumentException("link: " + link);
    };
  }

  /** The score of a mean; of a share for links of classes. */
  static double score(Link link, double mean) {
    return switch (link) {
      case IDENTITY -> mean;
      case LOG -> Math.log(mean);
      case INVERSE -> 1 / mean;
      case LOGIT -> Math.log(mean / (1 - mean));
      // Only a start: the logistic distribution is near the normal of 1.7 times its scale.
      case PROBIT -> Math.log(mean / (1 - mean)) / 1.7;
      case CLOGLOG -> Math.log(-Math.log1p(-mean));
    };
  }
}
