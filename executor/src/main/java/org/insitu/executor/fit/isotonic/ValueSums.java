/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.isotonic;

/**
 * The rows of one value of the feature.
 *
 * @param x the value
 * @param weight of the rows
 * @param label the sum of their labels, each times its weight
 * @param squares the sum of their labels' squared differences from the mean label, each times its
 *     weight
 */
record ValueSums(double x, double weight, double label, double squares) {}
