/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Tells PostgreSQL's clients, in their own protocol, that it is not spoken here yet.
 *
 * <pre>
 *  SSLRequest, GSSENCRequest ─► 'N' (no encryption), and the start-up message follows
 *  start-up ─► ErrorResponse: 'E', i32 length, fields of u8 type and C string, 0
 * </pre>
 *
 * <p><b>Source:</b> PostgreSQL's manual, 55.2.1 Start-up, 55.7 Message Formats, 55.8 Error Fields.
 */
final class PostgresRefusal extends ByteToMessageDecoder {
  private static final int SSL_REQUEST = 80877103;
  private static final int GSS_REQUEST = 80877104;
  private static final int REQUEST_BYTES = 8;

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    if (in.readableBytes() < REQUEST_BYTES) {
      return;
    }
    int request = in.getInt(in.readerIndex() + 4);
    if (request == SSL_REQUEST || request == GSS_REQUEST) {
      in.skipBytes(REQUEST_BYTES);
      var _ = context.writeAndFlush(context.alloc().buffer(1).writeByte('N'));
    } else {
      in.skipBytes(in.readableBytes());
      Farewell.say(context.channel(), refusal(context));
    }
  }

  private static ByteBuf refusal(ChannelHandlerContext context) {
    ByteBuf error = context.alloc().buffer();
    error.writeByte('E').writeInt(0);
    field(error, 'S', "FATAL");
    field(error, 'V', "FATAL");
    field(error, 'C', "0A000");
    field(error, 'M', "Insitu does not speak PostgreSQL's protocol yet (INS-110).");
    field(error, 'H', "Use the JDBC driver insitu-jdbc, or the console: insitu sql.");
    error.writeByte(0);
    return error.setInt(1, error.readableBytes() - 1);
  }

  private static void field(ByteBuf error, char type, String text) {
    error.writeByte(type);
    error.writeCharSequence(text, StandardCharsets.UTF_8);
    error.writeByte(0);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    var _ = context.close();
  }
}
