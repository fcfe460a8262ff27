/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.statement;

import org.insitu.parser.error.Position;

/** One option as written; the name is lower case. */
public record Option(String name, OptionValue value, Position position) {}
