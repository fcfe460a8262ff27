/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The command {@code insitu}: server, console, scripts, quickstart. All but the server speak to an
 * engine through the JDBC driver and a socket, also when they start it themselves.
 */
@NullMarked
package org.insitu.server.cli;

import org.jspecify.annotations.NullMarked;
