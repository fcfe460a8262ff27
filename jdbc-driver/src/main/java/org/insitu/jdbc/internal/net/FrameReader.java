/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.net;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.insitu.jdbc.wire.FrameHeader;

/**
 * Cuts a stream into frames. Small frames come out of one buffer; of a long payload what is not in
 * the buffer yet is read straight to where it belongs.
 *
 * <pre>
 * header ──► payload ──► header ──► …       each header() is followed by one payload() or skip()
 * </pre>
 */
final class FrameReader {
  private static final int BUFFER_BYTES = 1 << 15;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int position;
  private int limit;

  FrameReader(InputStream in) {
    this.in = in;
  }

  /** Whether a byte of the next header is here already, so that {@link #await} would not block. */
  boolean hasBuffered() {
    return position < limit;
  }

  /** Blocks until the first byte of the next frame is here; a time-out here loses nothing. */
  void await() throws IOException {
    if (position == limit) {
      fill();
    }
  }

  FrameHeader header(int frameBytesMax) throws IOException {
    while (limit - position < FrameHeader.BYTES) {
      if (position > 0) {
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        limit -= position;
        position = 0;
      }
      fill();
    }
    ByteBuffer bytes = ByteBuffer.wrap(buffer, position, FrameHeader.BYTES);
    FrameHeader header = FrameHeader.read(bytes, frameBytesMax);
    position += FrameHeader.BYTES;
    return header;
  }

  void payload(byte[] into, int bytes) throws IOException {
    int done = Math.min(bytes, limit - position);
    System.arraycopy(buffer, position, into, 0, done);
    position += done;
    while (done < bytes) {
      int read = in.read(into, done, bytes - done);
      if (read < 0) {
        throw new EOFException("the server closed it in the middle of a frame");
      }
      done += read;
    }
  }

  /** Reads over a payload that nobody wants. */
  void skip(int bytes) throws IOException {
    int left = bytes;
    while (left > 0) {
      await();
      int step = Math.min(left, limit - position);
      position += step;
      left -= step;
    }
  }

  private void fill() throws IOException {
    if (position == limit) {
      position = 0;
      limit = 0;
    }
    int read = in.read(buffer, limit, buffer.length - limit);
    if (read < 0) {
      throw new EOFException("the server closed it");
    }
    limit += read;
  }
}
