/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Isotonic regression: rows by the values of one feature, pooled until their means are in order.
 */
@NullMarked
package org.insitu.executor.fit.isotonic;

import org.jspecify.annotations.NullMarked;
