/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Every error a user can see: its stable number, SQLSTATE, meaning, remedy, and its position. */
@NullMarked
package org.insitu.parser.error;

import org.jspecify.annotations.NullMarked;
