/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Preprocessing as pairs: what a function must know of all rows, as aggregates, and what it makes
 * of one row, as an expression over these and its arguments.
 *
 * <p>{@link org.insitu.udf.transform.Preprocessor} is a pair; {@link
 * org.insitu.udf.transform.Preprocessors} lists them all. A pair is used in two ways: as windows
 * over all rows ({@code ML.STANDARD_SCALER(x) OVER ()} in a query), or frozen: a fit finds the
 * values of the aggregates once, in one query, and a model keeps them as {@link
 * org.insitu.udf.transform.Parameter}s in its {@link org.insitu.udf.transform.Transformation}.
 *
 * <p>The expressions are text, for what stands around them in a TRANSFORM clause is the warehouse's
 * own. Functions over lists are in DuckDB's spelling.
 */
@NullMarked
package org.insitu.udf.transform;

import org.jspecify.annotations.NullMarked;
