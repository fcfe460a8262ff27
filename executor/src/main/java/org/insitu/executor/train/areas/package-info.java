/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */

/** Areas under ROC curves, from scores sent here. */
@NullMarked
package org.insitu.executor.train.areas;

import org.jspecify.annotations.NullMarked;
