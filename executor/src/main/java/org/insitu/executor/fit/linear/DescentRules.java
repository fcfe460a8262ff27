/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import java.util.OptionalDouble;

/**
 * When Newton's way down ends.
 *
 * @param iterationsMax the most steps
 * @param minRelProgress ends it after a step that lowers the objective by less than this part
 * @param tolerance the decrease, relative to the objective, of a step after which nothing is left
 *     to gain
 * @param unit what the loss is divided by to be reported
 * @param lasso whether there is an L1 penalty
 * @param endless whether weights may lower the loss without bound, as log losses of separated
 *     classes let them
 */
record DescentRules(
    int iterationsMax,
    OptionalDouble minRelProgress,
    double tolerance,
    double unit,
    boolean lasso,
    boolean endless) {}
