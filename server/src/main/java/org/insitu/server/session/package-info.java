/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * A session: statements in, Arrow batches out. Knows nothing of sockets; the wire protocols, the
 * embedded console and the tests all stand on it.
 */
@NullMarked
package org.insitu.server.session;

import org.jspecify.annotations.NullMarked;
