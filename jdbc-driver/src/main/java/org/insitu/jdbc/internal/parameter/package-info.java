/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Java values as typed parameters. */
package org.insitu.jdbc.internal.parameter;
