/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The embedded warehouse: DuckDB in this process, in memory or in one file, Arrow both ways.
 * DuckDB's types stay in this package.
 */
@NullMarked
package org.insitu.executor.warehouse.duckdb;

import org.jspecify.annotations.NullMarked;
