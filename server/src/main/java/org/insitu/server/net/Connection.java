/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.DecoderException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.insitu.jdbc.wire.Credit;
import org.insitu.jdbc.wire.Describe;
import org.insitu.jdbc.wire.Execute;
import org.insitu.jdbc.wire.Hello;
import org.insitu.jdbc.wire.Metadata;
import org.insitu.jdbc.wire.Ping;
import org.insitu.jdbc.wire.Pong;
import org.insitu.jdbc.wire.Tag;
import org.insitu.jdbc.wire.Welcome;
import org.insitu.jdbc.wire.Wire;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.server.BuildVersion;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client of our own protocol.
 *
 * <pre>
 *  HELLO_AWAITED ─► GREETED ─► CLOSED
 *        └─────────────┴─────────▲ a broken protocol: ERROR with query id 0, then closed
 * </pre>
 *
 * <p><b>Threads:</b> the event loop.
 */
final class Connection extends SimpleChannelInboundHandler<InboundFrame> {
  private static final Logger log = LoggerFactory.getLogger(Connection.class);

  private enum State {
    HELLO_AWAITED,
    GREETED,
    CLOSED
  }

  private final Channel channel;
  private final Connections connections;
  private final ServerLimits limits;
  private final Client client;
  private final SessionSlot slot = new SessionSlot();
  private final StatementSource statements = new StatementSource();
  private final SessionQueue queue;
  private final Map<Integer, Query> queries = new HashMap<>();
  private State state = State.HELLO_AWAITED;
  private @Nullable Future<?> helloDeadline;

  Connection(Channel channel, Connections connections) {
    this.channel = channel;
    this.connections = connections;
    this.limits = connections.limits();
    this.client = new Client(channel);
    this.queue = new SessionQueue(channel.eventLoop(), connections.workers());
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    if (!connections.add(this)) {
      String limit = "connections: more than connectionsMax, " + limits.connectionsMax();
      fail(InsituException.of(ErrorCode.TOO_MANY_CONNECTIONS, limit));
      return;
    }
    helloDeadline =
        channel
            .eventLoop()
            .schedule(
                () -> fail(InsituException.of(ErrorCode.PROTOCOL, "HELLO did not come in time.")),
                limits.handshakeMax().toMillis(),
                TimeUnit.MILLISECONDS);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, InboundFrame frame) {
    switch (state) {
      case HELLO_AWAITED -> {
        if (frame.tag() != Tag.HELLO) {
          throw broken("The first frame is " + frame.tag() + " (expected: HELLO).");
        }
        greet(Hello.read(frame.reader()));
      }
      case GREETED -> receive(frame);
      case CLOSED -> log.debug("{} came after the end", frame.tag());
    }
  }

  private void greet(Hello hello) {
    if (hello.frameBytesMax() < Wire.FRAME_BYTES_FLOOR) {
      String actual = "frameBytesMax: " + hello.frameBytesMax();
      throw broken(actual + " (expected: >= " + Wire.FRAME_BYTES_FLOOR + ")");
    }
    state = State.GREETED;
    cancelDeadline();
    client.frameBytesMax(hello.frameBytesMax());
    queue.add(
        () -> {
          Runnable outcome = open(hello);
          channel.eventLoop().execute(outcome);
          return true;
        });
  }

  /** On a worker; what it answers is to be done on the event loop. */
  private Runnable open(Hello hello) {
    try {
      Map<String, String> properties = slot.open(connections.engine(), hello.properties());
      return () -> welcome(properties);
    } catch (Throwable e) {
      // Throwable: whatever the engine does, the client hears of it and the worker lives on.
      return () -> fail(e);
    }
  }

  private void welcome(Map<String, String> properties) {
    if (state == State.GREETED) {
      client.send(
          0,
          new Welcome(
              Wire.MAJOR,
              Wire.MINOR,
              BuildVersion.get(),
              connections.nextSessionId(),
              limits.frameBytesMax(),
              properties));
    }
  }

  private void receive(InboundFrame frame) {
    int id = frame.queryId();
    switch (frame.tag()) {
      case EXECUTE -> execute(id, Execute.read(frame.reader()));
      case DESCRIBE -> {
        String sql = Describe.read(frame.reader()).sql();
        if (admit(id, sql)) {
          open(id, new DescribeQuery(id, sql, access(id)));
        }
      }
      case METADATA -> metadata(id, Metadata.read(frame.reader()));
      case CREDIT -> {
        int batches = Credit.read(frame.reader()).batches();
        require(batches >= 1, "credits: " + batches + " (expected: >= 1)");
        toQuery(id, query -> query.credit(batches));
      }
      case CANCEL -> toQuery(id, query -> query.stop(Stop.CANCELLED));
      case CLOSE -> toQuery(id, query -> query.stop(Stop.CLOSED));
      case PING -> client.send(0, new Pong(Ping.read(frame.reader()).token()));
      case BYE -> close();
      case HELLO -> throw broken("HELLO came twice.");
      case WELCOME, DESCRIBED, SCHEMA, BATCH, COMPLETE, ERROR, NOTICE, PROGRESS, PONG ->
          throw broken("A client does not send " + frame.tag() + ".");
    }
  }

  private void execute(int id, Execute execute) {
    require(execute.credits() >= 1, "credits: " + execute.credits() + " (expected: >= 1)");
    require(execute.rowsMax() >= 0, "rowsMax: " + execute.rowsMax() + " (expected: >= 0)");
    require(
        execute.timeoutMillis() >= 0,
        "timeoutMillis: " + execute.timeoutMillis() + " (expected: >= 0)");
    if (admit(id, execute.sql())) {
      ProgressFrames listener = new ProgressFrames(client, id, execute.wantsProgress());
      RowsRequest request =
          new RowsRequest(
              id,
              execute.credits(),
              execute.batchRowsMax(),
              execute.rowsMax(),
              execute.timeoutMillis(),
              statements.of(execute),
              listener);
      RowsQuery query = new RowsQuery(request, access(id));
      open(id, query);
    }
  }

  private void metadata(int id, Metadata metadata) {
    require(metadata.credits() >= 1, "credits: " + metadata.credits() + " (expected: >= 1)");
    if (admit(id, "")) {
      ProgressFrames listener = new ProgressFrames(client, id, false);
      RowsRequest.Source source = (session, _) -> CatalogLists.open(session.catalogs(), metadata);
      RowsRequest request = new RowsRequest(id, metadata.credits(), 0, 0, 0, source, listener);
      open(id, new RowsQuery(request, access(id)));
    }
  }

  private <Q extends Query & Job> void open(int id, Q query) {
    queries.put(id, query);
    queue.add(query);
  }

  private QueryAccess access(int id) {
    return new QueryAccess(
        client, slot, queue, channel.eventLoop(), limits, () -> queries.remove(id));
  }

  /** Whether a query may be opened; when not, its client is told. */
  private boolean admit(int id, String sql) {
    require(!queries.containsKey(id), "Query " + Integer.toUnsignedString(id) + " is open.");
    if (queries.size() >= limits.openQueriesMax()) {
      String actual = "openQueries: " + (queries.size() + 1);
      String message = actual + " (expected: <= " + limits.openQueriesMax() + ")";
      client.send(id, Failures.of(ErrorCode.TOO_MUCH_DATA, message));
      return false;
    }
    if (Utf8Length.of(sql) > limits.statementBytesMax()) {
      String actual = "statementBytes: " + Utf8Length.of(sql);
      String message = actual + " (expected: <= " + limits.statementBytesMax() + ")";
      client.send(id, Failures.of(ErrorCode.STATEMENT_TOO_LONG, message));
      return false;
    }
    return true;
  }

  /** Frames for a query that has ended cross its end on their way and mean nothing. */
  private void toQuery(int id, Consumer<Query> action) {
    Query query = queries.get(id);
    if (query != null) {
      action.accept(query);
    }
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw broken(message);
    }
  }

  private static InsituException broken(String message) {
    return InsituException.of(ErrorCode.PROTOCOL, message);
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    if (channel.isWritable()) {
      new ArrayList<>(queries.values()).forEach(Query::drain);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (cause instanceof IOException) {
      log.debug("{} broke", channel.remoteAddress(), cause);
      close();
    } else {
      fail(
          cause instanceof DecoderException && cause.getCause() != null ? cause.getCause() : cause);
    }
  }

  private void close() {
    var _ = channel.close();
  }

  /** Tells the client why, and closes. */
  void fail(Throwable cause) {
    if (state == State.CLOSED) {
      return;
    }
    log.info("Connection from {} ends: {}", channel.remoteAddress(), cause.getMessage());
    Farewell.say(channel, client.frame(0, Failures.of(cause)));
    release();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    release();
  }

  /** Stops everything and closes the session behind it; only the first call does. */
  private void release() {
    if (state == State.CLOSED) {
      return;
    }
    state = State.CLOSED;
    cancelDeadline();
    new ArrayList<>(queries.values()).forEach(query -> query.stop(Stop.GONE));
    queue.add(
        () -> {
          slot.close();
          connections.remove(this);
          return true;
        });
  }

  private void cancelDeadline() {
    if (helloDeadline != null) {
      helloDeadline.cancel(false);
    }
  }

  /** Ends the connection of a server that stops. */
  void shutDown() {
    channel
        .eventLoop()
        .execute(
            () -> fail(InsituException.of(ErrorCode.SHUTTING_DOWN, "The server is stopping.")));
  }
}
