/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The syntax tree of our statements and calls, in Calcite's terms, as the generated grammar builds
 * it. Every part and every flag of a node is an operand, so that a shuttle copies it whole; a
 * node's operator makes nodes of the same class.
 */
@NullMarked
package org.insitu.parser.tree;

import org.jspecify.annotations.NullMarked;
