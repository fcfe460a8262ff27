/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** DatabaseMetaData: what is always so, what the server lists, and the lists that are empty. */
package org.insitu.jdbc.internal.catalog;
