/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** EXPLAIN: what a statement would do, where, and what would move, as text or JSON. */
@NullMarked
package org.insitu.planner.explain;

import org.jspecify.annotations.NullMarked;
