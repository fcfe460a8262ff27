/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net;

import java.nio.ByteBuffer;
import org.insitu.jdbc.wire.Tag;
import org.insitu.jdbc.wire.WireReader;

/** A client's frame, complete. */
record InboundFrame(Tag tag, int queryId, ByteBuffer payload) {

  WireReader reader() {
    return new WireReader(payload);
  }
}
