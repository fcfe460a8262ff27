/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Isolation forests: random trees over samples of the rows, in which an odd row is soon alone. One
 * pass over the rows takes the samples; the trees are grown in memory.
 */
@NullMarked
package org.insitu.executor.fit.isolation;

import org.jspecify.annotations.NullMarked;
