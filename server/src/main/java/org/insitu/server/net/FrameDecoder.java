/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.ByteBuffer;
import java.util.List;
import org.insitu.jdbc.wire.Fault;
import org.insitu.jdbc.wire.FrameHeader;
import org.insitu.jdbc.wire.WireException;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a client's bytes into frames.
 *
 * <pre>
 *            12 bytes                  payload bytes
 *  HEADER ───────────────► PAYLOAD ──────────────────► HEADER
 *    │ breaks the protocol or a limit
 *    └──────────────────► BROKEN: everything is thrown away
 * </pre>
 */
final class FrameDecoder extends ByteToMessageDecoder {
  private enum State {
    HEADER,
    PAYLOAD,
    BROKEN
  }

  private final int frameBytesMax;
  private State state = State.HEADER;
  private @Nullable FrameHeader header;

  FrameDecoder(int frameBytesMax) {
    this.frameBytesMax = frameBytesMax;
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    switch (state) {
      case HEADER -> {
        if (in.readableBytes() >= FrameHeader.BYTES) {
          header = header(in);
          state = State.PAYLOAD;
          payload(in, out);
        }
      }
      case PAYLOAD -> payload(in, out);
      case BROKEN -> in.skipBytes(in.readableBytes());
    }
  }

  private FrameHeader header(ByteBuf in) {
    try {
      FrameHeader read =
          FrameHeader.read(in.nioBuffer(in.readerIndex(), FrameHeader.BYTES), frameBytesMax);
      if (!read.tag().fromClient()) {
        throw new WireException(Fault.PROTOCOL, "A client does not send " + read.tag());
      }
      in.skipBytes(FrameHeader.BYTES);
      return read;
    } catch (WireException e) {
      state = State.BROKEN;
      in.skipBytes(in.readableBytes());
      throw e;
    }
  }

  private void payload(ByteBuf in, List<Object> out) {
    FrameHeader known = header;
    if (known != null && in.readableBytes() >= known.payloadBytes()) {
      byte[] payload = new byte[known.payloadBytes()];
      in.readBytes(payload);
      out.add(new InboundFrame(known.tag(), known.queryId(), ByteBuffer.wrap(payload)));
      state = State.HEADER;
    }
  }
}
