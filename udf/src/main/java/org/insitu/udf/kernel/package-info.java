/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Programs, forests, stored points and lines as loops over vectors: what runs where no SQL engine
 * does, and what SQL calls where an expression would be too large.
 *
 * <p>A kernel is compiled once from an expression and then applied to Arrow batches. It answers
 * what {@link org.insitu.udf.expression.Expression} says, and so the same as the SQL text of the
 * same program: additions in the same order, look-ups, missing values and ties alike.
 */
@NullMarked
package org.insitu.udf.kernel;

import org.jspecify.annotations.NullMarked;
