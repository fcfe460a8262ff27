/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import org.insitu.jdbc.wire.FrameHeader;
import org.insitu.jdbc.wire.Message;
import org.insitu.jdbc.wire.Wire;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;

/**
 * The way to one client.
 *
 * <p><b>Threads:</b> any; what one thread sends arrives in its order, and before what the event
 * loop sends on a task that was given to it afterwards.
 */
final class Client {
  private final Channel channel;

  /** Bytes of batches that wait for credits, of all queries. */
  private final AtomicLong heldBytes = new AtomicLong();

  private volatile int frameBytesMax = Wire.FRAME_BYTES_DEFAULT;

  Client(Channel channel) {
    this.channel = channel;
  }

  /** The longest payload the client takes. */
  int frameBytesMax() {
    return frameBytesMax;
  }

  void frameBytesMax(int bytes) {
    frameBytesMax = bytes;
  }

  AtomicLong heldBytes() {
    return heldBytes;
  }

  ByteBufAllocator allocator() {
    return channel.alloc();
  }

  /** Whether the socket takes more, or has enough waiting. */
  boolean isWritable() {
    return channel.isWritable();
  }

  /** Hands a frame to the socket, for the next {@link #flush}. Takes ownership. */
  void write(ByteBuf frame) {
    var _ = channel.write(frame, channel.voidPromise());
  }

  void flush() {
    channel.flush();
  }

  /**
   * Sends a message.
   *
   * @throws InsituException FRAME_TOO_LARGE when the client does not take so much
   */
  void send(int queryId, Message message) {
    var _ = channel.writeAndFlush(frame(queryId, message), channel.voidPromise());
  }

  /** A message as a frame. */
  ByteBuf frame(int queryId, Message message) {
    ByteBuffer frame = message.toFrame(queryId);
    int payloadBytes = frame.remaining() - FrameHeader.BYTES;
    if (payloadBytes > frameBytesMax) {
      throw InsituException.of(
          ErrorCode.FRAME_TOO_LARGE,
          message.tag()
              + " needs frameBytes: "
              + payloadBytes
              + " (expected: <= "
              + frameBytesMax
              + ")");
    }
    return Unpooled.wrappedBuffer(frame);
  }
}
