/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Answers that come from no warehouse: small tables the engine itself makes. */
@NullMarked
package org.insitu.executor.answer;

import org.jspecify.annotations.NullMarked;
