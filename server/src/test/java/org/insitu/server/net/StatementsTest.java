/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.insitu.server.net.TestingServer.eventually;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.insitu.jdbc.InsituStatement;
import org.insitu.jdbc.ServerError;
import org.insitu.server.testing.SyntheticAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Statements through the real driver and a real socket. */
class StatementsTest {
  private final TestingServer server = new TestingServer();

  @AfterEach
  void nothingIsLeft() {
    server.close();
  }

  @Test
  void answersWithRowsInOrder() throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("rows 10000 999")) {
      assertThat(rows.getMetaData().getColumnCount()).isEqualTo(3);
      assertThat(countChecked(rows)).isEqualTo(10_000);
    }
  }

  @Test
  void answersWithNoRows() throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("rows 0")) {
      assertThat(rows.next()).isFalse();
    }
  }

  @Test
  void answersWithACount() throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate("update 42")).isEqualTo(42);
      assertThat(statement.executeUpdate("update -1")).isZero();
      assertThat(statement.unwrap(InsituStatement.class).rowsChanged()).isEqualTo(-1);
    }
  }

  @Test
  void sendsParametersAsTyped() throws SQLException {
    try (Connection connection = server.connect();
        PreparedStatement statement = connection.prepareStatement("echo")) {
      statement.setInt(1, 7);
      statement.setString(2, "it's");
      statement.setNull(3, java.sql.Types.DOUBLE);
      assertThatThrownBy(statement::execute).hasMessageContaining("[7, it's, null]");
    }
  }

  @Test
  void describesBeforeItRuns() throws SQLException {
    try (Connection connection = server.connect();
        PreparedStatement statement = connection.prepareStatement("rows ? ?")) {
      assertThat(statement.getParameterMetaData().getParameterCount()).isEqualTo(2);
      assertThat(statement.getMetaData().getColumnName(3)).isEqualTo("name");
    }
    assertThat(server.engine().batchesMade()).isZero();
  }

  @Test
  void tellsCodePositionAndHintOfAnError() throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      SQLException thrown =
          catchThrowableOfType(SQLException.class, () -> statement.execute("fail"));
      assertThat(thrown.getSQLState()).isEqualTo("42616");
      ServerError error = ServerError.of(thrown).orElseThrow();
      assertThat(error.code()).isEqualTo(103);
      assertThat(error.line()).isEqualTo(2);
      assertThat(error.column()).isEqualTo(3);
      assertThat(error.hint()).isEqualTo("Did you mean 'learn_rate'?");
      assertThat(statement.executeUpdate("update 1")).as("the session goes on").isEqualTo(1);
    }
  }

  @Test
  void keepsTheDetailsOfADefectInTheLog() throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("defect"))
          .hasMessageContaining("INS-999")
          .hasMessageContaining("Internal error")
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
      assertThat(statement.executeUpdate("update 1")).isEqualTo(1);
    }
  }

  @Test
  void deliversNoticesAsWarnings() throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("notice mind the gap");
      assertThat(statement.getWarnings().getMessage()).contains("mind the gap");
    }
  }

  @Test
  void reportsProgressButNotEveryStep() throws SQLException {
    List<Double> fractions = new ArrayList<>();
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement
          .unwrap(InsituStatement.class)
          .onProgress((phase, fraction, message) -> fractions.add(fraction));
      statement.execute("fit 40");
    }
    assertThat(fractions).isSorted().hasSizeBetween(2, 20);
  }

  @Test
  void listsTheCatalog() throws SQLException {
    try (Connection connection = server.connect();
        ResultSet rows =
            connection.getMetaData().getTables(null, null, "%", new String[] {"MODEL"})) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString("TABLE_NAME")).isEqualTo("guess");
      assertThat(rows.getString("REMARKS")).isEqualTo("MODEL");
    }
    try (Connection connection = server.connect();
        ResultSet rows = connection.getMetaData().getTables(null, null, "%", null)) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString("REMARKS")).isEqualTo("all types");
    }
  }

  @Test
  void givesASecondStatementItsTurnWhileTheFirstIsRead() throws SQLException {
    try (Connection connection = server.connect();
        Statement first = connection.createStatement();
        Statement second = connection.createStatement();
        ResultSet rows = first.executeQuery("rows 20000 500")) {
      for (int i = 0; i < 100; i++) {
        assertThat(rows.next()).isTrue();
      }
      assertThat(second.executeUpdate("update 5")).isEqualTo(5);
      try (ResultSet others = second.executeQuery("rows 3000")) {
        assertThat(countChecked(others)).isEqualTo(3_000);
      }
      long left = 0;
      long id = 99;
      while (rows.next()) {
        assertThat(rows.getLong(1)).isEqualTo(++id);
        left++;
      }
      assertThat(left).isEqualTo(19_900);
    }
  }

  @Test
  void endsAnEarlierResultThatIsTooLargeToBeKept() throws SQLException {
    try (Connection connection = server.connect();
        Statement first = connection.createStatement();
        Statement second = connection.createStatement();
        ResultSet rows = first.executeQuery("rows 10000000 10000")) {
      assertThat(rows.next()).isTrue();
      assertThat(second.executeUpdate("update 5")).isEqualTo(5);
      assertThatThrownBy(() -> countChecked(rows))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("heldBytes: ")
          .hasMessageContaining("(expected: <= 1048576)");
      assertThat(second.executeUpdate("update 6")).isEqualTo(6);
    }
  }

  @Test
  void makesNoMoreBatchesThanTheClientReads() throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("rows 10000000 1000")) {
      assertThat(rows.next()).isTrue();
      TestingServer.pause(200);
      long made = server.engine().batchesMade();
      assertThat(made).isLessThan(40);
      TestingServer.pause(200);
      assertThat(server.engine().batchesMade()).isEqualTo(made);
    }
    eventually(() -> assertThat(server.engine().openAnswers()).isZero());
  }

  @Test
  void stopsAtTheRowsThatWereWanted() throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.setMaxRows(2_500);
      try (ResultSet rows = statement.executeQuery("rows 10000000 1000")) {
        assertThat(countChecked(rows)).isEqualTo(2_500);
      }
    }
    assertThat(server.engine().batchesMade()).isEqualTo(3);
  }

  @Test
  void cancelsAStatementThatRuns() throws Exception {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      Thread canceller = cancelAfter(statement, 150);
      long began = System.nanoTime();
      assertThatThrownBy(() -> statement.execute("sleep 20000"))
          .isInstanceOf(SQLException.class)
          .satisfies(e -> assertThat(((SQLException) e).getSQLState()).isEqualTo("57014"));
      assertThat((System.nanoTime() - began) / 1_000_000).isLessThan(5_000);
      canceller.join();
      assertThat(statement.executeUpdate("update 1")).isEqualTo(1);
    }
  }

  @Test
  void cancelsAResultInTheMiddle() throws Exception {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("slow 1000000 100 10")) {
      Thread canceller = cancelAfter(statement, 150);
      assertThatThrownBy(() -> countChecked(rows))
          .isInstanceOf(SQLException.class)
          .satisfies(e -> assertThat(((SQLException) e).getSQLState()).isEqualTo("57014"));
      canceller.join();
      assertThat(statement.executeUpdate("update 1")).isEqualTo(1);
    }
  }

  @Test
  void doesNotCancelTheSessionForAResultThatIsClosedEarly() throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      try (ResultSet rows = statement.executeQuery("rows 10000000 1000")) {
        assertThat(rows.next()).isTrue();
      }
      assertThat(statement.executeUpdate("update 1")).isEqualTo(1);
    }
    assertThat(server.engine().cancels()).isZero();
  }

  @Test
  void stopsAStatementWhoseTimeIsUp() throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(1);
      assertThatThrownBy(() -> statement.execute("sleep 20000"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("INS-403");
      statement.setQueryTimeout(0);
      assertThat(statement.executeUpdate("update 1")).isEqualTo(1);
    }
  }

  @Test
  void doesNotCountTheTimeInWhichTheClientReads() throws SQLException {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(1);
      try (ResultSet rows = statement.executeQuery("rows 200000 1000")) {
        assertThat(rows.next()).isTrue();
        TestingServer.pause(1_500);
        assertThat(countRows(rows)).isEqualTo(199_999);
      }
    }
  }

  @Test
  void setsTheSchemaOfTheSession() throws SQLException {
    try (Connection connection = DriverManager.getConnection(server.url() + "sales")) {
      assertThat(connection.isValid(5)).isTrue();
    }
  }

  @Test
  void closesTheSessionOfAClientThatIsGone() throws Exception {
    WireClient client = server.raw().greet();
    client.send(1, WireClient.execute("sleep 20000", 1));
    eventually(() -> assertThat(server.engine().openSessions()).isEqualTo(1));
    TestingServer.pause(50);
    client.kill();
    eventually(() -> assertThat(server.engine().openSessions()).isZero());
    assertThat(server.engine().cancels()).isPositive();
    eventually(() -> assertThat(server.server().connectionCount()).isZero());
  }

  @Test
  void servesManySessionsAtOnce() throws Exception {
    List<Thread> threads = new ArrayList<>();
    List<Throwable> failures = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      threads.add(Thread.ofPlatform().start(() -> work(failures)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(failures).isEmpty();
  }

  private void work(List<Throwable> failures) {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < 20; i++) {
        try (ResultSet rows = statement.executeQuery("rows 5000 300")) {
          assertThat(countChecked(rows)).isEqualTo(5_000);
        }
      }
    } catch (Throwable e) {
      synchronized (failures) {
        failures.add(e);
      }
    }
  }

  @Test
  void refusesMoreConnectionsThanItHolds() throws SQLException {
    List<Connection> open = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      open.add(server.connect());
    }
    assertThatThrownBy(server::connect)
        .isInstanceOf(SQLException.class)
        .satisfies(e -> assertThat(((SQLException) e).getSQLState()).isEqualTo("53300"));
    open.removeFirst().close();
    eventually(
        () -> {
          try (Connection again = server.connect()) {
            assertThat(again.isValid(5)).isTrue();
          } catch (SQLException e) {
            throw new AssertionError(e);
          }
        });
    for (Connection connection : open) {
      connection.close();
    }
  }

  private static Thread cancelAfter(Statement statement, long millis) {
    return Thread.ofPlatform()
        .start(
            () -> {
              TestingServer.pause(millis);
              try {
                statement.cancel();
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
            });
  }

  private static long countRows(ResultSet rows) throws SQLException {
    long count = 0;
    while (rows.next()) {
      count++;
    }
    return count;
  }

  private static long countChecked(ResultSet rows) throws SQLException {
    long count = 0;
    while (rows.next()) {
      long id = rows.getLong(1);
      if (rows.getDouble(2) != id / 2.0
          || !java.util.Objects.equals(rows.getString(3), SyntheticAnswer.name(id))) {
        throw new AssertionError("row " + id);
      }
      count++;
    }
    return count;
  }
}
