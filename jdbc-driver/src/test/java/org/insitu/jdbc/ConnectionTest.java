/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.insitu.jdbc.wire.Execute;
import org.insitu.jdbc.wire.Failure;
import org.insitu.jdbc.wire.Fault;
import org.insitu.jdbc.wire.Hello;
import org.insitu.jdbc.wire.Notice;
import org.insitu.jdbc.wire.Tag;
import org.insitu.jdbc.wire.Welcome;
import org.insitu.jdbc.wire.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ConnectionTest {

  private static Connection connect(TestingServer server) throws SQLException {
    return DriverManager.getConnection(server.url());
  }

  private static void assertFault(Throwable thrown, Fault fault) {
    assertThat(thrown).isInstanceOf(SQLException.class);
    assertThat(((SQLException) thrown).getErrorCode()).isEqualTo(fault.code());
    assertThat(((SQLException) thrown).getSQLState()).isEqualTo(fault.sqlState());
    assertThat(ServerError.of(thrown)).isPresent();
  }

  /** The statements the server was asked to run. */
  private static List<String> statements(TestingServer server) {
    return server.received().stream()
        .filter(frame -> frame.tag() == Tag.EXECUTE)
        .map(frame -> Execute.read(frame.reader()).sql())
        .toList();
  }

  private static TestingServer counting() throws IOException {
    return TestingServer.answering(
        (frame, peer) -> {
          if (frame.tag() == Tag.EXECUTE) {
            peer.count(frame.id(), 0);
          }
        });
  }

  @Test
  void introducesItself() throws Exception {
    try (TestingServer server = counting();
        Connection connection =
            DriverManager.getConnection(
                server.url() + "shop?applicationName=test&user=ann&password=p")) {
      assertThat(connection.isClosed()).isFalse();
      Hello hello = Hello.read(server.received().getFirst().reader());
      assertThat(hello.minorVersion()).isEqualTo(Wire.MINOR);
      assertThat(hello.driverName()).isEqualTo("Insitu JDBC Driver");
      assertThat(hello.frameBytesMax()).isEqualTo(Wire.FRAME_BYTES_DEFAULT);
      assertThat(hello.properties())
          .isEqualTo(
              Map.of("schema", "shop", "application_name", "test", "user", "ann", "password", "p"));
    }
  }

  /** It answers without the property's echo, as servers before it did. */
  @Test
  void saysWhenTheServerDoesNotKnowTheLex() throws Exception {
    try (TestingServer server = counting()) {
      assertThatThrownBy(() -> DriverManager.getConnection(server.url() + "?lex=bigquery"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("lex (bigquery)")
          .hasMessageContaining("SET insitu.lex");
    }
  }

  @Test
  void saysWhenNobodyAnswers() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    assertThatThrownBy(() -> DriverManager.getConnection("jdbc:insitu://localhost:" + port + "/"))
        .isInstanceOf(SQLNonTransientConnectionException.class)
        .satisfies(thrown -> assertFault(thrown, Fault.CONNECTION_REFUSED))
        .hasMessageContaining("Cannot connect to localhost:" + port)
        .hasMessageContaining("Hint: ");
  }

  @Test
  void saysWhenTheServerStaysSilent() throws Exception {
    try (TestingServer server = new TestingServer(peer -> Thread.sleep(10_000))) {
      assertThatThrownBy(() -> DriverManager.getConnection(server.url() + "?connectTimeout=1"))
          .satisfies(thrown -> assertFault(thrown, Fault.CONNECTION_REFUSED))
          .hasMessageContaining("no answer within 1000 ms");
    }
  }

  @Test
  void saysWhenAnotherProtocolAnswers() throws Exception {
    byte[] http = "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    try (TestingServer server = new TestingServer(peer -> peer.raw(http))) {
      assertThatThrownBy(() -> connect(server))
          .satisfies(thrown -> assertFault(thrown, Fault.CONNECTION_REFUSED))
          .hasMessageContaining("what answers is not Insitu");
    }
  }

  @Test
  void namesBothVersionsWhenTheServerIsOfAnotherOne() throws Exception {
    try (TestingServer server =
        new TestingServer(
            peer -> {
              peer.preamble();
              peer.receive();
              peer.send(new Welcome(9, 0, "9.0", 1, Wire.FRAME_BYTES_FLOOR, Map.of()), 0);
              peer.receive();
            })) {
      assertThatThrownBy(() -> connect(server))
          .satisfies(thrown -> assertFault(thrown, Fault.PROTOCOL_VERSION))
          .hasMessageContaining("version 9 of the protocol, the driver 1");
    }
  }

  @Test
  void reportsTheServersRefusal() throws Exception {
    try (TestingServer server =
        new TestingServer(
            peer -> {
              peer.preamble();
              peer.receive();
              peer.send(new Failure(507, "53300", 0, 0, "The server is full", "Later"), 0);
            })) {
      assertThatThrownBy(() -> connect(server))
          .hasMessage("INS-507 [53300] The server is full\nHint: Later")
          .extracting("errorCode", "SQLState")
          .containsExactly(507, "53300");
    }
  }

  @Test
  void refusesServerWhoseFrameLimitIsTooLow() throws Exception {
    try (TestingServer server =
        new TestingServer(
            peer -> {
              peer.preamble();
              peer.receive();
              peer.send(new Welcome(Wire.MAJOR, 0, "1", 1, 100, Map.of()), 0);
              peer.receive();
            })) {
      assertThatThrownBy(() -> connect(server))
          .hasMessageContaining("frameBytesMax: 100 (expected: >= 65536)");
    }
  }

  @Test
  void asksForASignOfLife() throws Exception {
    try (TestingServer server = counting();
        Connection connection = connect(server)) {
      assertThat(connection.isValid(5)).isTrue();
      assertThat(connection.isValid(0)).isTrue();
      assertThatThrownBy(() -> connection.isValid(-1)).isInstanceOf(SQLException.class);
      server.kill();
      assertThat(connection.isValid(1)).isFalse();
      connection.close();
      assertThat(connection.isValid(1)).isFalse();
    }
  }

  @Test
  void isNotValidWhenTheServerHangs() throws Exception {
    try (TestingServer server =
            new TestingServer(
                peer -> {
                  peer.welcome();
                  Thread.sleep(10_000);
                });
        Connection connection = connect(server)) {
      long start = System.nanoTime();
      assertThat(connection.isValid(1)).isFalse();
      assertThat(System.nanoTime() - start).isBetween(900_000_000L, 5_000_000_000L);
    }
  }

  @Test
  void beginsATransactionWithItsFirstStatement() throws Exception {
    try (TestingServer server = counting();
        Connection connection = connect(server);
        Statement statement = connection.createStatement()) {
      statement.execute("a");
      connection.setAutoCommit(false);
      connection.commit();
      statement.execute("b");
      statement.execute("c");
      connection.commit();
      statement.execute("d");
      connection.rollback();
      statement.execute("e");
      connection.setAutoCommit(true);
      statement.execute("f");
      assertThat(statements(server))
          .containsExactly(
              "a",
              "BEGIN",
              "b",
              "c",
              "COMMIT",
              "BEGIN",
              "d",
              "ROLLBACK",
              "BEGIN",
              "e",
              "COMMIT",
              "f");
      assertThatThrownBy(connection::commit).extracting("SQLState").isEqualTo("25000");
    }
  }

  @Test
  void quotesSchemaAndCatalog() throws Exception {
    try (TestingServer server = counting();
        Connection connection = connect(server)) {
      assertThat(connection.getSchema()).isEqualTo("main");
      assertThat(connection.getCatalog()).isEqualTo("memory");
      connection.setSchema("it's");
      connection.setSchema("it's");
      connection.setCatalog("a\"b");
      assertThat(statements(server)).containsExactly("SET schema = 'it''s'", "USE \"a\"\"b\"");
      assertThat(connection.getSchema()).isEqualTo("it's");
      assertThat(connection.getCatalog()).isEqualTo("a\"b");
    }
  }

  @Test
  void refusesEverythingOnceClosed() throws Exception {
    try (TestingServer server = counting()) {
      Connection connection = connect(server);
      Statement statement = connection.createStatement();
      connection.close();
      connection.close();
      assertThat(connection.isClosed()).isTrue();
      assertThat(statement.isClosed()).isTrue();
      assertThatThrownBy(connection::createStatement)
          .satisfies(thrown -> assertFault(thrown, Fault.CONNECTION_CLOSED));
      assertThatThrownBy(() -> statement.execute("x"))
          .satisfies(thrown -> assertFault(thrown, Fault.CONNECTION_CLOSED));
    }
  }

  @Test
  void freesAWaitingThreadWhenAborted() throws Exception {
    try (TestingServer server = TestingServer.answering((frame, peer) -> {});
        Connection connection = connect(server);
        Statement statement = connection.createStatement()) {
      Thread.ofPlatform()
          .daemon()
          .start(
              () -> {
                try {
                  Thread.sleep(200);
                  connection.abort(Runnable::run);
                } catch (InterruptedException | SQLException e) {
                  throw new IllegalStateException(e);
                }
              });
      assertThatThrownBy(() -> statement.execute("x"))
          .satisfies(thrown -> assertFault(thrown, Fault.CONNECTION_CLOSED));
      assertThat(connection.isClosed()).isTrue();
    }
  }

  @Test
  void losesAServerThatIsSilentForTooLong() throws Exception {
    try (TestingServer server = TestingServer.answering((frame, peer) -> {});
        Connection connection = connect(server);
        Statement statement = connection.createStatement()) {
      connection.setNetworkTimeout(Runnable::run, 300);
      assertThat(connection.getNetworkTimeout()).isEqualTo(300);
      assertThatThrownBy(() -> statement.execute("x"))
          .satisfies(thrown -> assertFault(thrown, Fault.CONNECTION_LOST))
          .hasMessageContaining("socketTimeout");
      assertThatThrownBy(() -> statement.execute("y"))
          .satisfies(thrown -> assertFault(thrown, Fault.CONNECTION_LOST));
    }
  }

  @Test
  void showsTheServersNotices() throws Exception {
    try (TestingServer server =
            TestingServer.answering(
                (frame, peer) -> {
                  peer.send(new Notice("maintenance at noon"), 0);
                  peer.count(frame.id(), 0);
                });
        Connection connection = connect(server);
        Statement statement = connection.createStatement()) {
      statement.execute("x");
      assertThatObject(connection.getWarnings())
          .extracting(Throwable::getMessage)
          .isEqualTo("maintenance at noon");
      connection.clearWarnings();
      assertThatObject(connection.getWarnings()).isNull();
    }
  }

  @Test
  void keepsClientInfo() throws Exception {
    try (TestingServer server = counting();
        Connection connection = DriverManager.getConnection(server.url() + "?applicationName=a")) {
      assertThat(connection.getClientInfo("ApplicationName")).isEqualTo("a");
      connection.setClientInfo("ClientUser", "ann");
      assertThat(connection.getClientInfo())
          .isEqualTo(properties("ApplicationName", "a", "ClientUser", "ann"));
      assertThatThrownBy(() -> connection.setClientInfo("Nope", "x"))
          .hasMessageContaining("Unknown client info 'Nope'");
    }
  }

  private static Properties properties(String... pairs) {
    Properties properties = new Properties();
    for (int i = 0; i < pairs.length; i += 2) {
      properties.setProperty(pairs[i], pairs[i + 1]);
    }
    return properties;
  }

  @Test
  void saysWhatItDoesNotHave() throws Exception {
    try (TestingServer server = counting();
        Connection connection = connect(server)) {
      assertThatThrownBy(connection::setSavepoint)
          .isInstanceOf(SQLFeatureNotSupportedException.class);
      assertThatThrownBy(() -> connection.prepareCall("{call x}"))
          .isInstanceOf(SQLFeatureNotSupportedException.class);
      assertThatThrownBy(
              () -> connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE))
          .isInstanceOf(SQLFeatureNotSupportedException.class);
      assertThatThrownBy(() -> connection.prepareStatement("x", Statement.RETURN_GENERATED_KEYS))
          .isInstanceOf(SQLFeatureNotSupportedException.class);
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      assertThat(connection.isWrapperFor(Connection.class)).isTrue();
      assertThatThrownBy(() -> connection.unwrap(String.class)).isInstanceOf(SQLException.class);
    }
  }
}
