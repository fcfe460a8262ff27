/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The console: reads statements until their semicolon, completes names, shows progress, cancels.
 * Stands on JLine and {@code java.sql}.
 */
@NullMarked
package org.insitu.server.cli.console;

import org.jspecify.annotations.NullMarked;
