/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** What all parts of the server share. */
@NullMarked
package org.insitu.server;

import org.jspecify.annotations.NullMarked;
