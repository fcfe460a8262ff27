/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import org.insitu.executor.fit.CategoryEncoding;
import org.insitu.parser.option.LossOptions;

/**
 * The options that linear and logistic regression share. The weights minimise
 *
 * <pre>loss + l2Reg/2 * sum(w²) + l1Reg * sum(|w|)</pre>
 *
 * where {@code loss} is a sum over the training rows (half squared errors, or log losses) and
 * {@code w} are the weights of standardised numbers {@code (x - mean) / standardDeviation} and of
 * 0/1 levels, without the intercepts. On such columns scikit-learn's Ridge with alpha = l2Reg and
 * its LogisticRegression with C = 1 / l2Reg minimise the same.
 *
 * @param l1Reg at least 0
 * @param l2Reg at least 0
 * @param fitIntercept whether there is a constant term
 * @param categoryEncoding how levels are weighed
 * @param pValues whether weights get standard errors; not with regularisation, which makes them
 *     smaller than they are known to be
 */
public record LinearTerms(
    double l1Reg,
    double l2Reg,
    boolean fitIntercept,
    CategoryEncoding categoryEncoding,
    boolean pValues) {

  /** No regularisation, an intercept, one weight per level. */
  public static final LinearTerms DEFAULT =
      new LinearTerms(0, 0, true, CategoryEncoding.ONE_HOT, false);

  public LinearTerms {
    LossOptions.L1_REG.require(l1Reg);
    LossOptions.L2_REG.require(l2Reg);
    if (pValues && (l1Reg > 0 || l2Reg > 0 || categoryEncoding != CategoryEncoding.DUMMY)) {
      throw new IllegalArgumentException("p-values: of dummy weights without regularisation only");
    }
  }

  boolean isPenalized() {
    return l1Reg > 0 || l2Reg > 0;
  }

  public LinearTerms withRegularization(double l1, double l2) {
    return new LinearTerms(l1, l2, fitIntercept, categoryEncoding, pValues);
  }

  public LinearTerms withFitIntercept(boolean fit) {
    return new LinearTerms(l1Reg, l2Reg, fit, categoryEncoding, pValues);
  }

  public LinearTerms withCategoryEncoding(CategoryEncoding encoding) {
    return new LinearTerms(l1Reg, l2Reg, fitIntercept, encoding, pValues);
  }

  /** The same with standard errors, of dummy weights. */
  public LinearTerms withPValues() {
    return new LinearTerms(l1Reg, l2Reg, fitIntercept, CategoryEncoding.DUMMY, true);
  }
}
