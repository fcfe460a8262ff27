/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Models that keep their training rows: nearest neighbours and Gaussian processes. They are
 * bounded, and what is too large is refused before a row is read.
 */
@NullMarked
package org.insitu.executor.fit.points;

import org.jspecify.annotations.NullMarked;
