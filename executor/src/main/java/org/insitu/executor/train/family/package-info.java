/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * One file per family of models: which options it takes, where and how it is profiled and fitted,
 * and what EXPLAIN says of it. {@code Families} is the table from MODEL_TYPE to family.
 *
 * <p>To add one: its record here, a line in {@code Families}, and its trainer in {@code
 * executor.fit}.
 */
@NullMarked
package org.insitu.executor.train.family;

import org.jspecify.annotations.NullMarked;
