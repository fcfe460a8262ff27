/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.wire;

import java.nio.ByteBuffer;

/**
 * A message with fields. The ones without (CANCEL, CLOSE, BYE) are {@link #emptyFrame}s; a BATCH is
 * not an object, see {@link BatchLayout}.
 */
public abstract class Message {
  Message() {}

  /** The tag of its frame. */
  public abstract Tag tag();

  /** Writes the payload. */
  abstract void write(WireWriter out);

  /** The whole frame, header included, ready to be sent. */
  public final ByteBuffer toFrame(int queryId) {
    WireWriter out = new WireWriter().u32(0).u8(tag().number()).u8(0).u16(0).u32(queryId);
    write(out);
    out.patch(0, out.size() - FrameHeader.BYTES);
    return out.finish();
  }

  /** A frame without payload. */
  public static ByteBuffer emptyFrame(Tag tag, int queryId) {
    ByteBuffer frame = ByteBuffer.allocate(FrameHeader.BYTES);
    new FrameHeader(tag, queryId, 0).write(frame);
    return frame.flip();
  }
}
