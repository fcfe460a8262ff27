/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The parser that the build generates from Calcite's grammar and our additions to it, and the few
 * looks ahead that grammar takes. Only {@code InsituParser} uses it.
 */
@NullMarked
package org.insitu.parser.grammar;

import org.jspecify.annotations.NullMarked;
