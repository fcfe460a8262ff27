/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import org.insitu.executor.fit.CategoryEncoding;
import org.insitu.executor.fit.FitPlace;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;

/**
 * Options of LINEAR_REG. The weights minimise
 *
 * <pre>1/2 * sum((y - score)²) + l2Reg/2 * sum(w²) + l1Reg * sum(|w|)</pre>
 *
 * over the training rows, where {@code w} are the weights of standardised numbers {@code (x - mean)
 * / standardDeviation} and of 0/1 levels, without the intercept: the terms of scikit-learn's Ridge,
 * with alpha = l2Reg.
 *
 * @param l1Reg at least 0
 * @param l2Reg at least 0
 * @param fitIntercept whether there is a constant term
 * @param categoryEncoding how levels are weighed
 * @param place where to fit
 */
public record LinearOptions(
    double l1Reg,
    double l2Reg,
    boolean fitIntercept,
    CategoryEncoding categoryEncoding,
    FitPlace place) {

  /** No regularisation, an intercept, one weight per level. */
  public static final LinearOptions DEFAULT =
      new LinearOptions(0, 0, true, CategoryEncoding.ONE_HOT, FitPlace.AUTO);

  public LinearOptions {
    requireNotNegative("l1_reg", l1Reg);
    requireNotNegative("l2_reg", l2Reg);
  }

  private static void requireNotNegative(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw InsituException.of(
          ErrorCode.OPTION_RANGE, "%s: %s (allowed: >= 0, finite)".formatted(name, value));
    }
  }

  public LinearOptions withPlace(FitPlace other) {
    return new LinearOptions(l1Reg, l2Reg, fitIntercept, categoryEncoding, other);
  }

  public LinearOptions withRegularization(double l1, double l2) {
    return new LinearOptions(l1, l2, fitIntercept, categoryEncoding, place);
  }

  public LinearOptions withFitIntercept(boolean fit) {
    return new LinearOptions(l1Reg, l2Reg, fit, categoryEncoding, place);
  }

  public LinearOptions withCategoryEncoding(CategoryEncoding encoding) {
    return new LinearOptions(l1Reg, l2Reg, fitIntercept, encoding, place);
  }
}
