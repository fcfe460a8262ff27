/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Arrow vectors to BATCH frames: what {@code src/docs/protocol.md}, sections 6 and 7, describe. A
 * {@code ColumnWriter} is chosen once per column; for every frame it plans its buffers' sizes, then
 * each buffer is copied once, from Arrow's memory into the frame that goes to the socket. Knows
 * nothing of connections.
 */
@NullMarked
package org.insitu.server.net.batch;

import org.jspecify.annotations.NullMarked;
