/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** What the planner is told about the world: models, and the columns of queries. */
@NullMarked
package org.insitu.planner.catalog;

import org.jspecify.annotations.NullMarked;
