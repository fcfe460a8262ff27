/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.server.session.Engine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens on one port and serves an engine.
 *
 * <p><b>Ownership:</b> the engine stays the caller's, who closes it after the server.
 * <b>Errors:</b> an address that cannot be had fails {@link #start} with code CONNECTION_REFUSED.
 */
public final class Server implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Server.class);

  /** Two event loops fill a 10 Gbit/s network; statements do not run on them. */
  private static final int LOOPS_MAX = 2;

  /** Bytes that wait for the socket: below the first, frames are added; above the second not. */
  private static final WriteBufferWaterMark WATER_MARK = new WriteBufferWaterMark(1 << 20, 4 << 20);

  private static final long WORKER_IDLE_SECONDS = 30;

  private final EventLoopGroup loops;
  private final ThreadPoolExecutor workers;
  private final Connections connections;
  private final ServerLimits limits;
  private final Channel listening;

  private Server(ServerConfig config, Engine engine) {
    limits = config.limits();
    int loopCount = Math.min(LOOPS_MAX, Runtime.getRuntime().availableProcessors());
    loops =
        new MultiThreadIoEventLoopGroup(
            loopCount, new DefaultThreadFactory("net", true), NioIoHandler.newFactory());
    workers = workers(limits.workersMax());
    connections = new Connections(engine, workers, limits);
    try {
      listening = listen(config);
    } catch (RuntimeException e) {
      stopThreads();
      throw e;
    }
  }

  /** Starts to listen; returns when clients can connect. */
  public static Server start(ServerConfig config, Engine engine) {
    return new Server(config, engine);
  }

  private Channel listen(ServerConfig config) {
    InetSocketAddress address = new InetSocketAddress(config.host(), config.port());
    var bound =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.SO_KEEPALIVE, true)
            .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, WATER_MARK)
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel channel) {
                    channel
                        .pipeline()
                        .addLast(
                            new ProtocolSniffer(limits, made -> new Connection(made, connections)));
                  }
                })
            .bind(address)
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw InsituException.of(
              ErrorCode.CONNECTION_REFUSED,
              "Cannot listen on "
                  + config.host()
                  + ":"
                  + config.port()
                  + ": "
                  + bound.cause().getMessage())
          .hint("Is another server running? Choose another with --port.")
          .causedBy(bound.cause());
    }
    return bound.channel();
  }

  private static ThreadPoolExecutor workers(int count) {
    ThreadPoolExecutor workers =
        new ThreadPoolExecutor(
            count,
            count,
            WORKER_IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            new DefaultThreadFactory("worker", true));
    workers.allowCoreThreadTimeOut(true);
    return workers;
  }

  /** Where it listens; the port is the real one. */
  public InetSocketAddress address() {
    return (InetSocketAddress) listening.localAddress();
  }

  /** Sessions that are open. */
  public int connectionCount() {
    return connections.count();
  }

  /** Accepts nobody any more, cancels what runs, closes all sessions. */
  @Override
  public void close() {
    listening.close().awaitUninterruptibly();
    try {
      if (!connections.shutDown(limits.shutdownMax())) {
        log.warn("{} sessions did not end in {}", connections.count(), limits.shutdownMax());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    stopThreads();
  }

  private void stopThreads() {
    stop(workers);
    loops
        .shutdownGracefully(0, limits.shutdownMax().toMillis(), TimeUnit.MILLISECONDS)
        .awaitUninterruptibly();
  }

  private static void stop(ExecutorService workers) {
    workers.shutdown();
    try {
      if (!workers.awaitTermination(1, TimeUnit.SECONDS)) {
        log.warn("A statement goes on although it was cancelled");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
