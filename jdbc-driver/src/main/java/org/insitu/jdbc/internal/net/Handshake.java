/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc.internal.net;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.Arrays;
import org.insitu.jdbc.wire.Failure;
import org.insitu.jdbc.wire.Fault;
import org.insitu.jdbc.wire.FrameHeader;
import org.insitu.jdbc.wire.Message;
import org.insitu.jdbc.wire.Tag;
import org.insitu.jdbc.wire.Welcome;
import org.insitu.jdbc.wire.Wire;
import org.insitu.jdbc.wire.WireException;
import org.insitu.jdbc.wire.WireReader;

/**
 * The first exchange: preamble and HELLO there, WELCOME back.
 *
 * <p><b>Errors:</b> 08001 when nobody, nobody in time or somebody else answers; 08004 for another
 * major version; the server's own refusal.
 */
final class Handshake {
  private Handshake() {}

  /**
   * Connects and introduces itself.
   *
   * @param timeoutMillis for the connection and the welcome; 0: no limit
   */
  static Line connect(String host, int port, int timeoutMillis, Message hello) throws SQLException {
    Socket socket = new Socket();
    try {
      socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
      socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
      socket.connect(new InetSocketAddress(host, port), timeoutMillis);
      socket.setSoTimeout(timeoutMillis);
      FrameReader in = new FrameReader(socket.getInputStream());
      Welcome welcome = greet(socket.getOutputStream(), in, hello);
      socket.setSoTimeout(0);
      return new Line(socket, in, welcome);
    } catch (UnknownHostException e) {
      throw refused(socket, host, port, "the host is unknown", e);
    } catch (SocketTimeoutException e) {
      throw refused(socket, host, port, "no answer within " + timeoutMillis + " ms", e);
    } catch (IOException e) {
      throw refused(socket, host, port, e.getMessage(), e);
    } catch (WireException e) {
      throw refused(socket, host, port, "what answers is not Insitu: " + e.getMessage(), e);
    } catch (SQLException e) {
      Line.closeQuietly(socket);
      throw e;
    }
  }

  private static SQLException refused(
      Socket socket, String host, int port, String reason, Exception cause) {
    Line.closeQuietly(socket);
    SQLException e =
        SqlErrors.of(
            Fault.CONNECTION_REFUSED,
            "Cannot connect to " + host + ":" + port + ": " + reason,
            "Is the server running there? It is started by: insitu server");
    e.addSuppressed(cause);
    return e;
  }

  private static Welcome greet(OutputStream out, FrameReader in, Message hello)
      throws IOException, SQLException {
    ByteBuffer frame = hello.toFrame(0);
    byte[] first = Arrays.copyOf(Wire.preamble(), Wire.PREAMBLE_BYTES + frame.remaining());
    frame.get(first, Wire.PREAMBLE_BYTES, frame.remaining());
    out.write(first);
    FrameHeader header = in.header(Wire.FRAME_BYTES_DEFAULT);
    byte[] payload = new byte[header.payloadBytes()];
    in.payload(payload, payload.length);
    WireReader reader = new WireReader(ByteBuffer.wrap(payload));
    if (header.tag() == Tag.ERROR) {
      throw SqlErrors.of(Failure.read(reader));
    }
    if (header.tag() != Tag.WELCOME) {
      throw new WireException(
          Fault.PROTOCOL, "a frame of " + header.tag() + " in place of WELCOME");
    }
    int major = new WireReader(ByteBuffer.wrap(payload)).u16();
    if (major != Wire.MAJOR) {
      throw SqlErrors.of(
          Fault.PROTOCOL_VERSION,
          "The server speaks version " + major + " of the protocol, the driver " + Wire.MAJOR,
          "Use the driver of this server.");
    }
    Welcome welcome = Welcome.read(reader);
    if (welcome.frameBytesMax() < Wire.FRAME_BYTES_FLOOR) {
      throw new WireException(
          Fault.PROTOCOL,
          "frameBytesMax: "
              + welcome.frameBytesMax()
              + " (expected: >= "
              + Wire.FRAME_BYTES_FLOOR
              + ")");
    }
    return welcome;
  }
}
