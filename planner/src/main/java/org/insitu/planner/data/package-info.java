/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Questions about data that need no model, each as one query: what a table's columns hold, which
 * rows stand apart, what a fit would stumble over.
 */
@NullMarked
package org.insitu.planner.data;

import org.jspecify.annotations.NullMarked;
