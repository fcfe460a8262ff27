/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Inspection functions: what a fitted model holds, as tables of one schema for all model types. */
@NullMarked
package org.insitu.planner.inspect;

import org.jspecify.annotations.NullMarked;
