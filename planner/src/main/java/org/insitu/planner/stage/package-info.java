/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Where each part of a statement runs. A stage consumes Arrow streams and produces one; the
 * executor runs them, EXPLAIN prints them. Fits that a query asks for run before it ({@link
 * org.insitu.planner.stage.CrossValidation}).
 */
@NullMarked
package org.insitu.planner.stage;

import org.jspecify.annotations.NullMarked;
