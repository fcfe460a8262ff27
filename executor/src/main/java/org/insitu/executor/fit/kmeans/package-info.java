/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** K-means: Lloyd's iterations over rows in memory, categories as indices. */
@NullMarked
package org.insitu.executor.fit.kmeans;

import org.jspecify.annotations.NullMarked;
