/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import org.insitu.server.BuildVersion;

/**
 * {@code GET /health} for monitors, and a page that says what this port is. One answer, then close.
 */
final class HttpAnswers extends SimpleChannelInboundHandler<FullHttpRequest> {
  private static final int REQUEST_BYTES_MAX = 1 << 16;

  private HttpAnswers() {}

  static void install(ChannelPipeline pipeline) {
    pipeline.addLast(
        new HttpServerCodec(), new HttpObjectAggregator(REQUEST_BYTES_MAX), new HttpAnswers());
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
    FullHttpResponse response = answer(request);
    response.headers().set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes());
    response.headers().set(HttpHeaderNames.CONNECTION, "close");
    if (request.method().equals(HttpMethod.HEAD)) {
      response.content().clear();
    }
    context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
  }

  private static FullHttpResponse answer(FullHttpRequest request) {
    HttpMethod method = request.method();
    if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
      FullHttpResponse response =
          text(HttpResponseStatus.METHOD_NOT_ALLOWED, "text/plain", "Only GET and HEAD.\n");
      response.headers().set(HttpHeaderNames.ALLOW, "GET, HEAD");
      return response;
    }
    String path = request.uri().split("\\?", 2)[0];
    return switch (path) {
      case "/health" ->
          text(
              HttpResponseStatus.OK,
              "application/json",
              "{\"status\": \"ok\", \"version\": \"" + BuildVersion.get() + "\"}\n");
      case "/" -> text(HttpResponseStatus.OK, "text/html", page(host(request)));
      default -> text(HttpResponseStatus.NOT_FOUND, "text/plain", "Only / and /health.\n");
    };
  }

  private static String page(String host) {
    return """
    <!DOCTYPE html>
    <html lang="en"><head><meta charset="utf-8"><title>Insitu</title></head><body>
    <h1>Insitu %s</h1>
    <p>This port speaks SQL: a machine-learning engine that works where the data lies.</p>
    <p>Connect with <code>insitu sql jdbc:insitu://%s/</code> or any JDBC tool and the driver
    <code>insitu-jdbc</code>. <a href="/health">/health</a> tells monitors that it runs.</p>
    </body></html>
    """
        .formatted(BuildVersion.get(), host);
  }

  /** The address the browser used, if it looks like one. */
  private static String host(FullHttpRequest request) {
    String host = request.headers().get(HttpHeaderNames.HOST, "");
    return host.matches("[A-Za-z0-9.:\\[\\]-]{1,255}")
        ? host
        : "localhost:" + ServerConfig.DEFAULT_PORT;
  }

  private static FullHttpResponse text(HttpResponseStatus status, String type, String body) {
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            status,
            Unpooled.wrappedBuffer(body.getBytes(StandardCharsets.UTF_8)));
    response.headers().set(HttpHeaderNames.CONTENT_TYPE, type + "; charset=utf-8");
    return response;
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    var _ = context.close();
  }
}
