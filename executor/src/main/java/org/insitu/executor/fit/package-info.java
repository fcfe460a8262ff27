/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Fitting: from a training query to a model function, one trainer per family. */
@NullMarked
package org.insitu.executor.fit;

import org.jspecify.annotations.NullMarked;
