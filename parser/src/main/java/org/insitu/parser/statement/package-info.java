/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What was asked: one sealed family of records, made by the parser, read by the planner. A record
 * holds names, options and the texts of source queries; the texts stay word for word, for they are
 * the warehouse's own language.
 */
@NullMarked
package org.insitu.parser.statement;

import org.jspecify.annotations.NullMarked;
