/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The text of a statement as characters: tokens, lines, and where our words begin and end. Nothing
 * here knows a grammar; what we do not recognise is never touched.
 */
@NullMarked
package org.insitu.parser.text;

import org.jspecify.annotations.NullMarked;
