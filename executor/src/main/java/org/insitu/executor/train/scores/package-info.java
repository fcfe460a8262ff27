/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Counts for the metrics of classifiers, from scores sent here. */
@NullMarked
package org.insitu.executor.train.scores;

import org.jspecify.annotations.NullMarked;
