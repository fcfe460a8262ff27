/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.insitu.jdbc.wire.Execute;
import org.insitu.jdbc.wire.Failure;
import org.insitu.jdbc.wire.FrameHeader;
import org.insitu.jdbc.wire.Hello;
import org.insitu.jdbc.wire.Message;
import org.insitu.jdbc.wire.Tag;
import org.insitu.jdbc.wire.Wire;
import org.insitu.jdbc.wire.WireReader;

/** A socket that speaks frames, and other things, byte by byte. */
final class WireClient implements AutoCloseable {
  private final Socket socket;
  private final OutputStream out;
  private final DataInputStream in;

  /** A frame from the server. */
  record Received(Tag tag, int queryId, ByteBuffer payload) {
    WireReader reader() {
      return new WireReader(payload);
    }

    Failure failure() {
      if (tag != Tag.ERROR) {
        throw new AssertionError("not an ERROR but " + tag);
      }
      return Failure.read(reader());
    }
  }

  WireClient(int port) throws IOException {
    socket = new Socket("127.0.0.1", port);
    socket.setSoTimeout(10_000);
    socket.setTcpNoDelay(true);
    out = socket.getOutputStream();
    in = new DataInputStream(socket.getInputStream());
  }

  WireClient greet() throws IOException {
    send(Wire.preamble());
    send(0, hello());
    Received welcome = receive();
    if (welcome.tag() != Tag.WELCOME) {
      throw new AssertionError("not welcome: " + welcome.tag());
    }
    return this;
  }

  static Hello hello() {
    return new Hello(Wire.MINOR, "test", "1", Wire.FRAME_BYTES_DEFAULT, Map.of());
  }

  static Execute execute(String sql, int credits) {
    return new Execute(credits, 0, 0, 0, 0, sql, List.of());
  }

  void send(byte... bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  void send(int queryId, Message message) throws IOException {
    send(bytes(message.toFrame(queryId)));
  }

  void send(int queryId, Tag empty) throws IOException {
    send(bytes(Message.emptyFrame(empty, queryId)));
  }

  static byte[] bytes(ByteBuffer frame) {
    byte[] bytes = new byte[frame.remaining()];
    frame.get(bytes);
    return bytes;
  }

  Received receive() throws IOException {
    byte[] head = new byte[FrameHeader.BYTES];
    in.readFully(head);
    FrameHeader header = FrameHeader.read(ByteBuffer.wrap(head), Wire.FRAME_BYTES_DEFAULT);
    byte[] payload = new byte[header.payloadBytes()];
    in.readFully(payload);
    return new Received(header.tag(), header.queryId(), ByteBuffer.wrap(payload));
  }

  /** The next frame that is not PROGRESS. */
  Received receive(Tag expected) throws IOException {
    Received frame = receive();
    if (frame.tag() != expected) {
      throw new AssertionError(
          "not "
              + expected
              + " but "
              + (frame.tag() == Tag.ERROR ? frame.failure().message() : frame.tag()));
    }
    return frame;
  }

  /** Whether anything comes within this time. */
  boolean hears(int millis) throws IOException {
    long end = System.nanoTime() + millis * 1_000_000L;
    while (in.available() == 0 && System.nanoTime() < end) {
      TestingServer.pause(5);
    }
    return in.available() > 0;
  }

  /** Everything until the server closes. */
  byte[] readAll() throws IOException {
    return in.readAllBytes();
  }

  /** Whether the server has closed, after what was read. */
  boolean isClosed() throws IOException {
    try {
      return in.read() < 0;
    } catch (EOFException | SocketException e) {
      return true;
    }
  }

  /** Ends without a word. */
  void kill() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
