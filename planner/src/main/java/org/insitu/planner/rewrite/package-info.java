/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The opaque road: each of our calls is replaced, where it stands, by SQL that the warehouse
 * understands, and everything around it stays word for word. So a statement may use whatever its
 * warehouse offers, whether any grammar of ours knows it or not.
 */
@NullMarked
package org.insitu.planner.rewrite;

import org.jspecify.annotations.NullMarked;
