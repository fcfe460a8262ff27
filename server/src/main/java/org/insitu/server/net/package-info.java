/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The server's one port. The first bytes of a connection tell which protocol it speaks; ours is
 * that of {@code src/docs/protocol.md}.
 *
 * <pre>
 *  socket ─► ProtocolSniffer ─► FrameDecoder ─► Connection ─► SessionQueue ─► worker: Session
 *              │                                   ▲                             │
 *              ├─► HttpAnswers                     └──────── RowsQuery ◄─────────┘ frames
 *              └─► PostgresRefusal                           (credits, writability)
 * </pre>
 *
 * <p><b>Threads:</b> a connection's state belongs to its event loop. Statements run on workers, one
 * at a time for each connection, in steps: a worker that has enough frames ahead of the client goes
 * away and is called again when there is room, so that a slow reader costs memory for a few frames
 * and no thread.
 */
@NullMarked
package org.insitu.server.net;

import org.jspecify.annotations.NullMarked;
