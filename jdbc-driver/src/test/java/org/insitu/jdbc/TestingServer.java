/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.insitu.jdbc.wire.BatchWriter;
import org.insitu.jdbc.wire.Column;
import org.insitu.jdbc.wire.Complete;
import org.insitu.jdbc.wire.Credit;
import org.insitu.jdbc.wire.Failure;
import org.insitu.jdbc.wire.FrameHeader;
import org.insitu.jdbc.wire.Hello;
import org.insitu.jdbc.wire.Message;
import org.insitu.jdbc.wire.Ping;
import org.insitu.jdbc.wire.Pong;
import org.insitu.jdbc.wire.ResultSchema;
import org.insitu.jdbc.wire.Tag;
import org.insitu.jdbc.wire.Welcome;
import org.insitu.jdbc.wire.Wire;
import org.insitu.jdbc.wire.WireReader;

/** A server that does as its script says: one thread a connection, blocking, no Netty. */
public final class TestingServer implements AutoCloseable {

  /** What to do with a connection; it is closed afterwards. */
  public interface Script {
    void run(Peer peer) throws Exception;
  }

  /** What to answer to a frame. */
  public interface Answer {
    void to(Frame frame, Peer peer) throws Exception;
  }

  /** A frame received. */
  public record Frame(FrameHeader header, byte[] payload) {
    public Tag tag() {
      return header.tag();
    }

    public int id() {
      return header.queryId();
    }

    public WireReader reader() {
      return new WireReader(ByteBuffer.wrap(payload));
    }
  }

  private final ServerSocket listening;
  private final Script script;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final List<Throwable> failures = new CopyOnWriteArrayList<>();
  private final List<Frame> received = Collections.synchronizedList(new ArrayList<>());

  public TestingServer(Script script) throws IOException {
    this.script = script;
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().start(this::accept);
  }

  /** A server that welcomes and then gives each frame to the answer, until the client leaves. */
  public static TestingServer answering(Answer answer) throws IOException {
    return new TestingServer(
        peer -> {
          peer.welcome();
          while (true) {
            Frame frame = peer.receive();
            if (frame.tag() == Tag.BYE) {
              return;
            }
            if (frame.tag() == Tag.PING) {
              peer.send(new Pong(Ping.read(frame.reader()).token()), 0);
            } else {
              answer.to(frame, peer);
            }
          }
        });
  }

  /** A server that answers every EXECUTE and METADATA with these rows. */
  public static TestingServer ofRows(List<Column> columns, List<? extends List<?>> rows)
      throws IOException {
    return answering(
        (frame, peer) -> {
          if (frame.tag() == Tag.EXECUTE || frame.tag() == Tag.METADATA) {
            peer.rows(frame.id(), columns, rows);
          }
        });
  }

  public String url() {
    return "jdbc:insitu://localhost:" + listening.getLocalPort() + "/";
  }

  public int port() {
    return listening.getLocalPort();
  }

  /** All frames so far. */
  public List<Frame> received() {
    synchronized (received) {
      return List.copyOf(received);
    }
  }

  /** Cuts all connections, as a kill -9 does. */
  public void kill() throws IOException {
    listening.close();
    for (Socket socket : sockets) {
      socket.setSoLinger(true, 0);
      socket.close();
    }
  }

  private void accept() {
    while (true) {
      try {
        Socket socket = listening.accept();
        socket.setTcpNoDelay(true);
        sockets.add(socket);
        Thread.ofPlatform().daemon().start(() -> talk(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void talk(Socket socket) {
    try (socket) {
      script.run(new Peer(socket));
    } catch (EOFException | SocketException e) {
      // The client left.
    } catch (Throwable e) {
      failures.add(e);
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket socket : sockets) {
      socket.close();
    }
    if (!failures.isEmpty()) {
      throw new AssertionError("The server's script failed", failures.get(0));
    }
  }

  /** One connection, seen from the server. */
  public final class Peer {
    private final Socket socket;
    private final DataInputStream in;

    private Peer(Socket socket) throws IOException {
      this.socket = socket;
      InputStream stream = socket.getInputStream();
      this.in = new DataInputStream(stream);
    }

    /** Reads the preamble; returns its major version. */
    public int preamble() throws IOException {
      byte[] bytes = new byte[Wire.PREAMBLE_BYTES];
      in.readFully(bytes);
      return Wire.majorVersion(ByteBuffer.wrap(bytes));
    }

    public Frame receive() throws IOException {
      byte[] header = new byte[FrameHeader.BYTES];
      in.readFully(header);
      FrameHeader read = FrameHeader.read(ByteBuffer.wrap(header), Wire.FRAME_BYTES_DEFAULT);
      byte[] payload = new byte[read.payloadBytes()];
      in.readFully(payload);
      Frame frame = new Frame(read, payload);
      received.add(frame);
      return frame;
    }

    public Hello welcome() throws IOException {
      return welcome(Map.of("schema", "main", "catalog", "memory", "warehouse", "DuckDB"));
    }

    public Hello welcome(Map<String, String> properties) throws IOException {
      preamble();
      Hello hello = Hello.read(receive().reader());
      send(
          new Welcome(Wire.MAJOR, Wire.MINOR, "1.2.3-test", 42, Wire.FRAME_BYTES_FLOOR, properties),
          0);
      return hello;
    }

    public void send(Message message, int id) throws IOException {
      raw(message.toFrame(id));
    }

    public void raw(ByteBuffer bytes) throws IOException {
      socket.getOutputStream().write(bytes.array(), bytes.position(), bytes.remaining());
    }

    public void raw(byte[] bytes) throws IOException {
      raw(ByteBuffer.wrap(bytes));
    }

    public void schema(int id, List<Column> columns) throws IOException {
      send(new ResultSchema(columns), id);
    }

    public void batch(int id, List<Column> columns, List<? extends List<?>> rows)
        throws IOException {
      batch(id, BatchWriter.payload(columns, rows));
    }

    public void batch(int id, byte[] payload) throws IOException {
      ByteBuffer frame = ByteBuffer.allocate(FrameHeader.BYTES + payload.length);
      new FrameHeader(Tag.BATCH, id, payload.length).write(frame);
      raw(frame.put(payload).flip());
    }

    /** A whole result in one batch. */
    public void rows(int id, List<Column> columns, List<? extends List<?>> rows)
        throws IOException {
      schema(id, columns);
      if (!rows.isEmpty()) {
        batch(id, columns, rows);
      }
      send(new Complete(-1, rows.size(), 1_000, Map.of("bytes_moved", "17")), id);
    }

    public void count(int id, long count) throws IOException {
      send(new Complete(count, 0, 1_000, Map.of()), id);
    }

    public void error(int id, int code, String state, String message, String hint)
        throws IOException {
      send(new Failure(code, state, 2, 7, message, hint), id);
    }

    /** Reads credits of this query until there are more; counts nothing else. */
    public int credits() throws IOException {
      Frame frame = receive();
      return frame.tag() == Tag.CREDIT ? Credit.read(frame.reader()).batches() : 0;
    }
  }
}
