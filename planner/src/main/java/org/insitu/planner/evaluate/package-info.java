/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Metrics as SQL: an evaluation is aggregate queries in the warehouse over the predictions, so that
 * nothing but the answer moves. Every metric's formula and edge cases stand where it is written.
 */
@NullMarked
package org.insitu.planner.evaluate;

import org.jspecify.annotations.NullMarked;
