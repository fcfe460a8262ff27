/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.TimeUnit;

/**
 * The last words on a connection. To close a socket with unread bytes makes the kernel reset it,
 * and the peer then may lose what was said; so the own side is shut first, and what comes is thrown
 * away until the peer closes or {@link #LISTEN_MILLIS} have passed.
 */
final class Farewell extends ChannelInboundHandlerAdapter {
  private static final long LISTEN_MILLIS = 2_000;

  private Farewell() {}

  static void say(Channel channel, ByteBuf lastWords) {
    channel.pipeline().addFirst(new Farewell());
    channel
        .writeAndFlush(lastWords)
        .addListener(
            (ChannelFutureListener)
                written -> {
                  if (written.isSuccess() && channel instanceof SocketChannel socket) {
                    var _ = socket.shutdownOutput();
                  } else {
                    closeNow(channel);
                  }
                });
    var _ =
        channel.eventLoop().schedule(() -> closeNow(channel), LISTEN_MILLIS, TimeUnit.MILLISECONDS);
  }

  private static void closeNow(Channel channel) {
    var _ = channel.close();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ReferenceCountUtil.release(message);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    var _ = context.close();
  }
}
