/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.transform;

/**
 * A data argument of a preprocessing function.
 *
 * @param name of a field, for functions over a STRUCT; empty for the others
 * @param sql its text, which stands by itself
 */
public record Argument(String name, String sql) {}
