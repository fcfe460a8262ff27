/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Programs made smaller by what is known of their inputs: a predicate on a column rules out
 * branches of trees, categories of a look-up, tests for missing values. The answers stay equal to
 * the last bit for every row that the knowledge allows.
 */
@NullMarked
package org.insitu.udf.specialize;

import org.jspecify.annotations.NullMarked;
