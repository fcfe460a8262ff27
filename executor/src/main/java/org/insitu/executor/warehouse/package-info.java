/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Where the rows are. A {@code Warehouse} is asked in its own SQL, answers in Arrow, and takes
 * Arrow streams and score functions; everything else in the executor speaks to it through these few
 * methods.
 */
@NullMarked
package org.insitu.executor.warehouse;

import org.jspecify.annotations.NullMarked;
