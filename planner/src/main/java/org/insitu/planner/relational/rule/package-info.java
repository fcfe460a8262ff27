/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The planner's own rules, one per file, in the order of {@link
 * org.insitu.planner.relational.rule.Phase}. A rule says when it fires and, above all, when not.
 */
@NullMarked
package org.insitu.planner.relational.rule;

import org.jspecify.annotations.NullMarked;
