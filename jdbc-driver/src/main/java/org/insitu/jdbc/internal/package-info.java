/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The {@code java.sql} interfaces over a {@link org.insitu.jdbc.internal.net.Line}. Not for use
 * from outside.
 */
package org.insitu.jdbc.internal;
