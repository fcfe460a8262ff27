/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * How the command line prints what a statement answered: as an aligned table, as CSV, or as one
 * JSON object a line. Stands on {@code java.sql} alone.
 */
@NullMarked
package org.insitu.server.cli.format;

import org.jspecify.annotations.NullMarked;
