/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Measurements with the peer beside us in the same run; one main class a case. */
@NullMarked
package org.insitu.bench;

import org.jspecify.annotations.NullMarked;
