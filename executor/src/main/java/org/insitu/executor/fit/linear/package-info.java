/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Least squares: LINEAR_REG by sums in the warehouse, by blocked sums on this machine, and by an
 * orthogonal factorisation where sums of products are not accurate enough.
 *
 * <p>All three work on the same scaled columns ({@link org.insitu.executor.fit.rows.Scaling}) and
 * end in the same triangular system, so they differ only in rounding.
 */
@NullMarked
package org.insitu.executor.fit.linear;

import org.jspecify.annotations.NullMarked;
