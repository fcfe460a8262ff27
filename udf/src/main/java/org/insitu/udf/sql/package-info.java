/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Programs and expressions as SQL text.
 *
 * <p>{@link org.insitu.udf.sql.SqlWriter} walks the expression, {@link
 * org.insitu.udf.sql.SqlDialect} spells. A dialect is a class of differences from standard SQL,
 * each with its reason; it is also the one place where identifiers and literals become text, so
 * that nothing a user or a data set contains can become syntax.
 */
@NullMarked
package org.insitu.udf.sql;

import org.jspecify.annotations.NullMarked;
