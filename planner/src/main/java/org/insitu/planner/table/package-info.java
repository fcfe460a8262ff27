/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Small tables of constants: what inspection functions answer with, and what a fit leaves behind.
 */
@NullMarked
package org.insitu.planner.table;

import org.jspecify.annotations.NullMarked;
