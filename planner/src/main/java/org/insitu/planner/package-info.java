/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** From a statement to stages. */
@NullMarked
package org.insitu.planner;

import org.jspecify.annotations.NullMarked;
