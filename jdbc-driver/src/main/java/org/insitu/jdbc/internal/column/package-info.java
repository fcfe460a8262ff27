/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Reads the columns of a batch: one small reader per column, chosen once by its type, so that the
 * loop over rows has no branch on types. Values come straight from the payload's bytes.
 */
package org.insitu.jdbc.internal.column;
