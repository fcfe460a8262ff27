/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Tails of distributions, for p-values. */
@NullMarked
package org.insitu.executor.fit.distribution;

import org.jspecify.annotations.NullMarked;
