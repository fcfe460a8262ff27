/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * TRANSFORM: from its clause to a {@link org.insitu.udf.transform.Transformation}, and queries that
 * apply one. Raw columns are those of the user's query; a transformation makes outputs of them, and
 * a model learns from pieces of the outputs.
 */
@NullMarked
package org.insitu.planner.transform;

import org.jspecify.annotations.NullMarked;
