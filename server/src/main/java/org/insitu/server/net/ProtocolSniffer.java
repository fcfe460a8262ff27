/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.timeout.ReadTimeoutHandler;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.insitu.jdbc.wire.Failure;
import org.insitu.jdbc.wire.Wire;
import org.insitu.parser.error.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a connection's first bytes and puts its protocol's handlers into its own place. */
final class ProtocolSniffer extends ByteToMessageDecoder {
  private static final Logger log = LoggerFactory.getLogger(ProtocolSniffer.class);

  private final ServerLimits limits;
  private final Function<Channel, ChannelHandler> connections;
  private @Nullable Future<?> deadline;

  /**
   * A sniffer.
   *
   * @param connections makes the handler of one connection of our own protocol
   */
  ProtocolSniffer(ServerLimits limits, Function<Channel, ChannelHandler> connections) {
    this.limits = limits;
    this.connections = connections;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) throws Exception {
    deadline =
        context
            .executor()
            .schedule(
                () -> {
                  log.info("{} said nothing for {}", from(context), limits.handshakeMax());
                  var _ = context.close();
                },
                limits.handshakeMax().toMillis(),
                TimeUnit.MILLISECONDS);
    super.channelActive(context);
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    FirstBytes first = FirstBytes.of(in.nioBuffer());
    if (first == FirstBytes.MORE_NEEDED) {
      return;
    }
    stopDeadline();
    ChannelPipeline pipeline = context.pipeline();
    switch (first) {
      case INSITU -> {
        int major = Wire.majorVersion(in.nioBuffer());
        in.skipBytes(Wire.PREAMBLE_BYTES);
        if (major == Wire.MAJOR) {
          pipeline.addLast(
              new FrameDecoder(limits.frameBytesMax()), connections.apply(context.channel()));
        } else {
          in.skipBytes(in.readableBytes());
          refuseVersion(context, major);
        }
      }
      case HTTP -> {
        pipeline.addLast(readTimeout());
        HttpAnswers.install(pipeline);
      }
      case POSTGRESQL -> pipeline.addLast(readTimeout(), new PostgresRefusal());
      case TLS -> close(context, in, "speaks TLS, which this version does not");
      case UNKNOWN -> close(context, in, "speaks a protocol unknown here");
      case MORE_NEEDED -> throw new IllegalStateException();
    }
    // Hands the bytes that are left to the new handlers.
    pipeline.remove(this);
  }

  private ReadTimeoutHandler readTimeout() {
    return new ReadTimeoutHandler(limits.handshakeMax().toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void refuseVersion(ChannelHandlerContext context, int major) {
    String message =
        "The driver speaks protocol version " + major + ", this server version " + Wire.MAJOR + ".";
    log.info("{} was refused: {}", from(context), message);
    ErrorCode code = ErrorCode.PROTOCOL_VERSION;
    Failure failure = new Failure(code.number(), code.sqlState(), 0, 0, message, code.remedy());
    Farewell.say(context.channel(), Unpooled.wrappedBuffer(failure.toFrame(0)));
  }

  private static void close(ChannelHandlerContext context, ByteBuf in, String why) {
    log.info("{} {}; closed", from(context), why);
    in.skipBytes(in.readableBytes());
    var _ = context.close();
  }

  private static String from(ChannelHandlerContext context) {
    return "Connection from " + context.channel().remoteAddress();
  }

  private void stopDeadline() {
    if (deadline != null) {
      deadline.cancel(false);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) throws Exception {
    stopDeadline();
    super.channelInactive(context);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    log.debug("{} broke", from(context), cause);
    var _ = context.close();
  }
}
