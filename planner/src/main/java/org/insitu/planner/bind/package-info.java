/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Names to columns: what a model needs against what a query has. */
@NullMarked
package org.insitu.planner.bind;

import org.jspecify.annotations.NullMarked;
