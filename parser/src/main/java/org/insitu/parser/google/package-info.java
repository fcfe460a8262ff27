/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * GoogleSQL at the door. {@link org.insitu.parser.google.GoogleSql} writes a statement of {@code
 * insitu.lex = 'bigquery'} in the standard's lexical rules and the warehouse's words, and knows the
 * place of every character in what the user typed; behind it nothing knows of GoogleSQL.
 */
@NullMarked
package org.insitu.parser.google;

import org.jspecify.annotations.NullMarked;
