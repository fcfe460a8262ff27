/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.column;

import java.nio.ByteBuffer;
import org.insitu.jdbc.internal.net.Batch;
import org.insitu.jdbc.wire.BatchLayout;
import org.insitu.jdbc.wire.Fault;
import org.insitu.jdbc.wire.WireException;

/** Walks the nodes and buffers of a batch, depth first, while readers bind to it. */
public final class BatchCursor {
  final byte[] bytes;
  final BatchLayout layout;
  private int node;
  private int buffer;

  public BatchCursor(Batch batch) {
    this.bytes = batch.bytes();
    this.layout = BatchLayout.read(ByteBuffer.wrap(bytes, 0, batch.length()));
  }

  public int rows() {
    return layout.rows();
  }

  int nextNode() {
    if (node == layout.nodeCount()) {
      throw malformed("fewer nodes than columns");
    }
    return node++;
  }

  /** The next buffer, which has to have at least so many bytes. */
  int nextBuffer(long bytesMin) {
    if (buffer == layout.bufferCount()) {
      throw malformed("fewer buffers than columns need");
    }
    if (layout.bytes(buffer) < bytesMin) {
      throw malformed(
          "a buffer of " + layout.bytes(buffer) + " bytes where " + bytesMin + " are needed");
    }
    return buffer++;
  }

  /** After all readers were bound. */
  public void checkEnd() {
    if (node != layout.nodeCount() || buffer != layout.bufferCount()) {
      throw malformed("more nodes or buffers than columns");
    }
  }

  static WireException malformed(String what) {
    return new WireException(Fault.PROTOCOL, "A batch has " + what);
  }
}
