/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Models fitted from counts, means and covariances: naive Bayes, linear and quadratic
 * discriminants, principal components. The warehouse adds up by one GROUP BY, or rows sent here are
 * added up in blocks whose sums are merged in order.
 */
@NullMarked
package org.insitu.executor.fit.moments;

import org.jspecify.annotations.NullMarked;
