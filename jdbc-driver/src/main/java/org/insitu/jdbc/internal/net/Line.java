/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.net;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.insitu.jdbc.ProgressListener;
import org.insitu.jdbc.wire.Credit;
import org.insitu.jdbc.wire.Describe;
import org.insitu.jdbc.wire.Described;
import org.insitu.jdbc.wire.Execute;
import org.insitu.jdbc.wire.Fault;
import org.insitu.jdbc.wire.FrameHeader;
import org.insitu.jdbc.wire.Message;
import org.insitu.jdbc.wire.Metadata;
import org.insitu.jdbc.wire.Ping;
import org.insitu.jdbc.wire.Tag;
import org.insitu.jdbc.wire.Welcome;
import org.insitu.jdbc.wire.Wire;
import org.insitu.jdbc.wire.WireException;

/**
 * One TCP connection to a server.
 *
 * <p>There is no thread of its own: whoever waits for a frame reads the socket, hands frames of
 * other queries to them, and leaves the socket to the next one who waits. So a result read by one
 * thread costs no hand-over, and what is read ahead is bounded by the credits of each query.
 *
 * <p><b>Threads:</b> safe. <b>Errors:</b> after a broken frame or socket the line is of no use any
 * more, and every query says why.
 */
public final class Line {
  /** How much later than the server the client gives up, so that the server's own error wins. */
  private static final long TIMEOUT_GRACE_MILLIS = 2_000;

  final ReentrantLock lock = new ReentrantLock();
  final Buffers buffers = new Buffers();

  private final Condition changed = lock.newCondition();
  private final Socket socket;
  private final FrameReader in;
  private final OutputStream out;
  private final Welcome welcome;
  private final Object writing = new Object();

  // Guarded by lock.
  private final Dispatcher dispatcher = new Dispatcher();
  private boolean reading;
  private SQLException broken;
  private int lastId;
  private long lastPing;

  private volatile boolean closed;
  private volatile int socketTimeoutMillis;

  Line(Socket socket, FrameReader in, Welcome welcome) throws IOException {
    this.socket = socket;
    this.in = in;
    this.out = socket.getOutputStream();
    this.welcome = welcome;
  }

  /**
   * Connects and introduces itself.
   *
   * @param timeoutMillis for the connection and the welcome; 0: no limit
   */
  public static Line connect(String host, int port, int timeoutMillis, Message hello)
      throws SQLException {
    return Handshake.connect(host, port, timeoutMillis, hello);
  }

  /** What the server said of itself. */
  public Welcome welcome() {
    return welcome;
  }

  // Requests

  /** Runs a statement; the answer is read from the query. */
  public Query execute(Request request, int readAhead) throws SQLException {
    Query query = open(readAhead, request.timeoutMillis, request.listener);
    send(
        query,
        new Execute(
            readAhead,
            request.batchRowsMax,
            request.rowsMax,
            request.timeoutMillis,
            (request.listener == null ? 0 : Execute.PROGRESS)
                | (request.chained ? Execute.CHAINED : 0),
            request.sql,
            request.parameters));
    return query;
  }

  /** Asks for a list of the catalog. */
  public Query metadata(Metadata.Kind kind, List<String> arguments, int readAhead)
      throws SQLException {
    Query query = open(readAhead, 0, null);
    send(query, new Metadata(readAhead, kind, arguments));
    return query;
  }

  /** What a statement would answer with. */
  public Described describe(String sql) throws SQLException {
    Query query = open(0, 0, null);
    send(query, new Describe(sql));
    return query.described();
  }

  private Query open(int readAhead, long timeoutMillis, ProgressListener listener)
      throws SQLException {
    lock.lock();
    try {
      checkUsable();
      Query query = new Query(this, ++lastId, readAhead, timeoutMillis, listener);
      dispatcher.opened(query);
      return query;
    } finally {
      lock.unlock();
    }
  }

  private void send(Query query, Message message) throws SQLException {
    ByteBuffer frame = null;
    try {
      frame = message.toFrame(query.id());
      int payloadBytes = frame.remaining() - FrameHeader.BYTES;
      if (payloadBytes > welcome.frameBytesMax()) {
        throw SqlErrors.of(
            Fault.FRAME_TOO_LARGE,
            "frameBytes: " + payloadBytes + " (expected: <= " + welcome.frameBytesMax() + ")",
            "Send shorter statements or parameters.");
      }
    } catch (SQLException | RuntimeException e) {
      forget(query);
      throw e;
    }
    send(frame);
  }

  private void forget(Query query) {
    lock.lock();
    try {
      dispatcher.notSent(query);
    } finally {
      lock.unlock();
    }
  }

  private void send(ByteBuffer frame) throws SQLException {
    try {
      synchronized (writing) {
        out.write(frame.array(), frame.arrayOffset() + frame.position(), frame.remaining());
      }
    } catch (IOException e) {
      throw broken(e);
    }
  }

  void credit(int queryId, int batches) throws SQLException {
    send(new Credit(batches).toFrame(queryId));
  }

  void cancel(int queryId) throws SQLException {
    send(Message.emptyFrame(Tag.CANCEL, queryId));
  }

  void closeQuery(int queryId) throws SQLException {
    send(Message.emptyFrame(Tag.CLOSE, queryId));
  }

  /** Whether the server gives a sign of life within this time; 0: any time. */
  public boolean ping(long timeoutMillis) {
    try {
      long token;
      lock.lock();
      try {
        checkUsable();
        token = ++lastPing;
      } finally {
        lock.unlock();
      }
      send(new Ping(token).toFrame(0));
      return awaitFor(() -> dispatcher.lastPong() >= token, timeoutMillis);
    } catch (SQLException e) {
      return false;
    }
  }

  // Reading

  /**
   * Reads frames until the condition, which is asked under the lock, is true.
   *
   * @return false when the server is overdue: the time and some grace are over
   */
  boolean await(BooleanSupplier condition, long timeoutMillis) throws SQLException {
    return awaitFor(condition, timeoutMillis == 0 ? 0 : timeoutMillis + TIMEOUT_GRACE_MILLIS);
  }

  private boolean awaitFor(BooleanSupplier condition, long timeoutMillis) throws SQLException {
    long deadline =
        timeoutMillis == 0
            ? Long.MAX_VALUE
            : System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
    lock.lock();
    try {
      while (!condition.getAsBoolean()) {
        checkUsable();
        long left = timeoutMillis == 0 ? Long.MAX_VALUE : deadline - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        if (reading) {
          awaitOther(left);
        } else {
          readOne(left);
        }
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Returns after a while or earlier; the caller asks its condition again. */
  @SuppressWarnings("WaitNotInLoop")
  private void awaitOther(long nanos) throws SQLException {
    try {
      if (nanos == Long.MAX_VALUE) {
        changed.await();
      } else {
        changed.awaitNanos(nanos);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw SqlErrors.of(Fault.CANCELLED, "The waiting thread was interrupted", "");
    }
  }

  /** Reads and hands over one frame; releases the lock while it waits for the network. */
  private void readOne(long nanos) throws SQLException {
    reading = true;
    lock.unlock();
    FrameHeader header = null;
    Exception problem = null;
    try {
      if (awaitFirstByte(nanos)) {
        header = in.header(Wire.FRAME_BYTES_DEFAULT);
      }
    } catch (IOException | WireException e) {
      problem = e;
    } finally {
      lock.lock();
    }
    try {
      if (problem != null) {
        throw broken(problem);
      }
      if (header != null) {
        receive(header);
      }
    } finally {
      reading = false;
      changed.signalAll();
    }
  }

  private boolean awaitFirstByte(long nanos) throws IOException {
    if (in.hasBuffered()) {
      return true;
    }
    long limit = nanos == Long.MAX_VALUE ? 0 : Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos));
    boolean limitIsShorter = limit > 0 && (socketTimeoutMillis == 0 || limit < socketTimeoutMillis);
    if (!limitIsShorter) {
      in.await();
      return true;
    }
    socket.setSoTimeout((int) Math.min(limit, Integer.MAX_VALUE));
    try {
      in.await();
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } finally {
      socket.setSoTimeout(socketTimeoutMillis);
    }
  }

  /** Holds the lock, releases it while a payload is read. */
  private void receive(FrameHeader header) throws SQLException {
    byte[] payload = buffers.take(header.payloadBytes());
    Exception lost = null;
    lock.unlock();
    try {
      in.payload(payload, header.payloadBytes());
    } catch (IOException e) {
      lost = e;
    } finally {
      lock.lock();
    }
    if (lost != null) {
      throw broken(lost);
    }
    boolean kept = false;
    try {
      kept = dispatcher.dispatch(header, payload);
    } catch (WireException e) {
      throw broken(e);
    } catch (SQLException e) {
      throw end(e);
    } finally {
      if (!kept) {
        buffers.release(payload);
      }
    }
  }

  // Ends

  /** Ends the line for an IOException or a WireException. */
  SQLException broken(Exception e) {
    if (closed) {
      return end(SqlErrors.closed("connection"));
    }
    return end(
        e instanceof WireException
            ? SqlErrors.of((WireException) e)
            : SqlErrors.lost((IOException) e));
  }

  /** Marks the line as of no use; the first reason stays. */
  private SQLException end(SQLException reason) {
    lock.lock();
    try {
      if (broken == null) {
        broken = reason;
      }
      dispatcher.failAll(broken);
      changed.signalAll();
      return broken;
    } finally {
      lock.unlock();
      closeQuietly(socket);
    }
  }

  private void checkUsable() throws SQLException {
    if (closed) {
      throw SqlErrors.closed("connection");
    }
    if (broken != null) {
      throw again(broken);
    }
  }

  /** The same error with the stack of who meets it now. */
  private static SQLException again(SQLException first) {
    SQLException e =
        new SQLNonTransientConnectionException(
            first.getMessage(), first.getSQLState(), first.getErrorCode(), first.getCause());
    e.addSuppressed(first);
    return e;
  }

  /** Whether frames can still be sent. */
  public boolean isUsable() {
    lock.lock();
    try {
      return !closed && broken == null;
    } finally {
      lock.unlock();
    }
  }

  /** The warnings for the connection since the last call. */
  public List<String> takeNotices() {
    lock.lock();
    try {
      return dispatcher.takeNotices();
    } finally {
      lock.unlock();
    }
  }

  /** Seconds of silence after which the connection counts as lost; 0: never. */
  public void setSocketTimeout(int millis) throws SQLException {
    try {
      socket.setSoTimeout(millis);
      socketTimeoutMillis = millis;
    } catch (IOException e) {
      throw broken(e);
    }
  }

  public int socketTimeoutMillis() {
    return socketTimeoutMillis;
  }

  /** Says good-bye and closes. Whoever waits gets an error. */
  public void close() {
    boolean polite = isUsable();
    closed = true;
    if (polite) {
      try {
        send(Message.emptyFrame(Tag.BYE, 0));
      } catch (SQLException e) {
        // Closing is all that was wanted.
      }
    }
    abort();
  }

  /** Closes at once. */
  public void abort() {
    closed = true;
    end(SqlErrors.closed("connection"));
  }

  static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // There is nothing more to lose.
    }
  }
}
