/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Text in, statements out. {@link org.insitu.parser.InsituParser} is the entry. A statement that
 * holds nothing of ours passes word for word; of the others the parts in our language are read by a
 * grammar, and the parts in the warehouse's language stay text.
 */
@NullMarked
package org.insitu.parser;

import org.jspecify.annotations.NullMarked;
