/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The road of the queries that we can follow: read by Calcite's grammar, checked by its validator,
 * planned as relational nodes with {@link org.insitu.planner.relational.Predict} among them,
 * written again as SQL. What cannot be followed for certain stays on the road of the text, {@link
 * org.insitu.planner.rewrite}.
 */
@NullMarked
package org.insitu.planner.relational;

import org.jspecify.annotations.NullMarked;
