/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.insitu.jdbc.TestingServer.Frame;
import org.insitu.jdbc.wire.BatchWriter;
import org.insitu.jdbc.wire.Column;
import org.insitu.jdbc.wire.ColumnType;
import org.insitu.jdbc.wire.Complete;
import org.insitu.jdbc.wire.Credit;
import org.insitu.jdbc.wire.Execute;
import org.insitu.jdbc.wire.FrameHeader;
import org.insitu.jdbc.wire.Notice;
import org.insitu.jdbc.wire.Progress;
import org.insitu.jdbc.wire.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class StatementTest {
  private static final List<Column> COLUMNS = List.of(Column.of("n", ColumnType.INTEGER));

  private static Connection connect(TestingServer server) throws SQLException {
    return DriverManager.getConnection(server.url());
  }

  private static List<List<Integer>> numbers(int from, int to) {
    return IntStream.range(from, to).mapToObj(List::of).toList();
  }

  private static TestingServer numbersServer(int count) throws IOException {
    return TestingServer.ofRows(COLUMNS, numbers(0, count));
  }

  private static List<Tag> tags(TestingServer server) {
    return server.received().stream().map(Frame::tag).toList();
  }

  private static void await(TestingServer server, Tag tag) throws InterruptedException {
    while (!tags(server).contains(tag)) {
      Thread.sleep(5);
    }
  }

  @Test
  void readsRows() throws Exception {
    try (TestingServer server = numbersServer(3);
        Connection connection = connect(server);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT n")) {
      List<Integer> read = new ArrayList<>();
      while (rows.next()) {
        read.add(rows.getInt("N"));
      }
      assertThat(read).containsExactly(0, 1, 2);
      assertThat(rows.next()).isFalse();
      InsituStatement ours = statement.unwrap(InsituStatement.class);
      assertThat(ours.statistics()).containsEntry("bytes_moved", "17");
      assertThat(ours.elapsedNanos()).isEqualTo(1_000);
      assertThat(ours.rowsChanged()).isEqualTo(-1);
    }
  }

  @Test
  void answersWithCounts() throws Exception {
    try (TestingServer server =
            TestingServer.answering(
                (frame, peer) ->
                    peer.count(
                        frame.id(),
                        Execute.read(frame.reader()).sql().equals("ddl") ? -1 : 3_000_000_000L));
        Connection connection = connect(server);
        Statement statement = connection.createStatement()) {
      assertThat(statement.execute("UPDATE t")).isFalse();
      assertThat(statement.getLargeUpdateCount()).isEqualTo(3_000_000_000L);
      assertThat(statement.getUpdateCount()).isEqualTo(Integer.MAX_VALUE);
      assertThat(statement.getResultSet()).isNull();
      assertThat(statement.getMoreResults()).isFalse();
      assertThat(statement.getUpdateCount()).isEqualTo(-1);
      assertThat(statement.executeUpdate("ddl")).isZero();
      assertThat(statement.unwrap(InsituStatement.class).rowsChanged()).isEqualTo(-1);
      assertThatThrownBy(() -> statement.executeQuery("UPDATE t"))
          .hasMessageContaining("answers with a count");
    }
  }

  @Test
  void passesOverTheRowOfAFitInExecuteUpdate() throws Exception {
    try (TestingServer server = numbersServer(1);
        Connection connection = connect(server);
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate("TRAIN MODEL m")).isZero();
      assertThatThrownBy(() -> statement.executeUpdate("/* q */ -- x\n (select n"))
          .hasMessageContaining("use executeQuery");
    }
  }

  @Test
  void sendsItsLimits() throws Exception {
    try (TestingServer server = numbersServer(1);
        Connection connection =
            DriverManager.getConnection(server.url() + "?readAheadBatches=7&queryTimeout=9");
        Statement statement = connection.createStatement()) {
      statement.setFetchSize(100);
      statement.setMaxRows(5);
      statement.executeQuery("SELECT {d '2026-11-22'}");
      statement.setEscapeProcessing(false);
      statement.setQueryTimeout(2);
      statement.unwrap(InsituStatement.class).onProgress((phase, fraction, message) -> {});
      statement.executeQuery("SELECT {d '2026-11-22'}");

      Execute first = Execute.read(server.received().get(1).reader());
      assertThat(first.sql()).isEqualTo("SELECT DATE '2026-11-22'");
      assertThat(first.credits()).isEqualTo(7);
      assertThat(first.batchRowsMax()).isEqualTo(100);
      assertThat(first.rowsMax()).isEqualTo(5);
      assertThat(first.timeoutMillis()).isEqualTo(9_000);
      assertThat(first.wantsProgress()).isFalse();
      Execute second = Execute.read(server.received().getLast().reader());
      assertThat(second.sql()).isEqualTo("SELECT {d '2026-11-22'}");
      assertThat(second.timeoutMillis()).isEqualTo(2_000);
      assertThat(second.wantsProgress()).isTrue();
    }
  }

  @Test
  void showsNoMoreRowsThanWanted() throws Exception {
    try (TestingServer server = numbersServer(10);
        Connection connection = connect(server);
        Statement statement = connection.createStatement()) {
      statement.setMaxRows(4);
      ResultSet rows = statement.executeQuery("SELECT n");
      int count = 0;
      while (rows.next()) {
        count++;
      }
      assertThat(count).isEqualTo(4);
    }
  }

  @Test
  void raisesErrorsWithPositionAndHint() throws Exception {
    try (TestingServer server =
            TestingServer.answering(
                (frame, peer) ->
                    peer.error(frame.id(), 103, "42616", "Unknown option", "l2_reg?"));
        Connection connection = connect(server);
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> statement.execute("CREATE MODEL"))
            .isInstanceOf(SQLSyntaxErrorException.class)
            .hasMessage("INS-103 [42616] 2:7 Unknown option\nHint: l2_reg?")
            .extracting("errorCode", "SQLState")
            .containsExactly(103, "42616");
      }
      assertThatThrownBy(() -> statement.execute("CREATE MODEL"))
          .satisfies(
              thrown -> {
                ServerError error = ServerError.of(thrown).orElseThrow();
                assertThat(error.line()).isEqualTo(2);
                assertThat(error.column()).isEqualTo(7);
                assertThat(error.text()).isEqualTo("Unknown option");
                assertThat(error.hint()).isEqualTo("l2_reg?");
              });
      assertThat(connection.isValid(5)).isTrue();
    }
  }

  @Test
  void raisesErrorsInTheMiddleOfAResult() throws Exception {
    try (TestingServer server =
            TestingServer.answering(
                (frame, peer) -> {
                  peer.schema(frame.id(), COLUMNS);
                  peer.batch(frame.id(), COLUMNS, numbers(0, 2));
                  peer.error(frame.id(), 401, "22012", "division by zero", "");
                });
        Connection connection = connect(server);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT 1 / n")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.next()).isTrue();
      assertThatThrownBy(rows::next).hasMessage("INS-401 [22012] 2:7 division by zero");
      assertThatThrownBy(rows::next).hasMessageContaining("division by zero");
    }
  }

  @Test
  void collectsWarnings() throws Exception {
    try (TestingServer server =
            TestingServer.answering(
                (frame, peer) -> {
                  peer.send(new Notice("first"), frame.id());
                  peer.send(new Notice("second"), frame.id());
                  peer.count(frame.id(), 0);
                });
        Connection connection = connect(server);
        Statement statement = connection.createStatement()) {
      statement.execute("x");
      assertThatObject(statement.getWarnings())
          .extracting(Throwable::getMessage)
          .isEqualTo("first");
      assertThatObject(statement.getWarnings().getNextWarning())
          .extracting(Throwable::getMessage)
          .isEqualTo("second");
      statement.execute("y");
      assertThatObject(statement.getWarnings().getNextWarning().getNextWarning()).isNull();
      statement.clearWarnings();
      assertThatObject(statement.getWarnings()).isNull();
    }
  }

  @Test
  void tellsProgress() throws Exception {
    try (TestingServer server =
            TestingServer.answering(
                (frame, peer) -> {
                  for (int i = 0; i <= 4; i++) {
                    peer.send(new Progress(i / 4.0, "fit", "tree " + i), frame.id());
                    Thread.sleep(30);
                  }
                  peer.count(frame.id(), 0);
                });
        Connection connection = connect(server);
        Statement statement = connection.createStatement()) {
      List<String> heard = new ArrayList<>();
      statement
          .unwrap(InsituStatement.class)
          .onProgress((phase, fraction, message) -> heard.add(phase + fraction + message));
      statement.execute("TRAIN MODEL m");
      assertThat(heard).contains("fit0.0tree 0", "fit1.0tree 4");
    }
  }

  // Cancelling and time

  /** Runs until it is cancelled. */
  private static TestingServer untilCancelled() throws IOException {
    return TestingServer.answering(
        (frame, peer) -> {
          if (frame.tag() == Tag.CANCEL) {
            peer.error(frame.id(), 402, "57014", "Cancelled", "");
          }
        });
  }

  @Test
  void cancelsFromAnotherThread() throws Exception {
    try (TestingServer server = untilCancelled();
        Connection connection = connect(server);
        Statement statement = connection.createStatement()) {
      statement.cancel();
      Thread.ofPlatform()
          .daemon()
          .start(
              () -> {
                try {
                  await(server, Tag.EXECUTE);
                  statement.cancel();
                } catch (InterruptedException | SQLException e) {
                  throw new IllegalStateException(e);
                }
              });
      assertThatThrownBy(() -> statement.execute("long"))
          .extracting("errorCode", "SQLState")
          .containsExactly(402, "57014");
      assertThat(connection.isValid(5)).isTrue();
      statement.cancel();
    }
  }

  @Test
  void raisesTheServersTimeout() throws Exception {
    try (TestingServer server =
            TestingServer.answering(
                (frame, peer) -> peer.error(frame.id(), 403, "57014", "Out of time", ""));
        Connection connection = connect(server);
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("long")).isInstanceOf(SQLTimeoutException.class);
    }
  }

  @Test
  void givesUpWhenTheServerMissesTheTimeout() throws Exception {
    try (TestingServer server = TestingServer.answering((frame, peer) -> {});
        Connection connection = connect(server);
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(1);
      assertThatThrownBy(() -> statement.execute("long"))
          .isInstanceOf(SQLTimeoutException.class)
          .extracting("errorCode")
          .isEqualTo(403);
      assertThat(connection.isValid(5)).isTrue();
      assertThat(tags(server)).contains(Tag.CANCEL, Tag.CLOSE);
    }
  }

  // Streams

  @Test
  void takesNoMoreBatchesThanItGaveCreditsFor() throws Exception {
    int batches = 100;
    AtomicInteger credits = new AtomicInteger();
    AtomicInteger ahead = new AtomicInteger();
    AtomicInteger read = new AtomicInteger();
    try (TestingServer server =
            TestingServer.answering(
                (frame, peer) -> {
                  if (frame.tag() != Tag.EXECUTE) {
                    return;
                  }
                  credits.set(Execute.read(frame.reader()).credits());
                  peer.schema(frame.id(), COLUMNS);
                  byte[] batch = BatchWriter.payload(COLUMNS, numbers(0, 10));
                  for (int sent = 0; sent < batches; sent++) {
                    while (credits.get() == 0) {
                      credits.addAndGet(peer.credits());
                    }
                    credits.decrementAndGet();
                    peer.batch(frame.id(), batch);
                    ahead.accumulateAndGet(sent + 1 - read.get(), Math::max);
                  }
                  peer.send(new Complete(-1, 10 * batches, 1, Map.of()), frame.id());
                });
        Connection connection = connect(server);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT n")) {
      int count = 0;
      while (rows.next()) {
        read.set(++count / 10);
      }
      assertThat(count).isEqualTo(10 * batches);
      assertThat(ahead.get()).isBetween(1, 6);
    }
  }

  @Test
  void endsTheLineWhenTheServerIgnoresCredits() throws Exception {
    try (TestingServer server =
            TestingServer.answering(
                (frame, peer) -> {
                  peer.schema(frame.id(), COLUMNS);
                  for (int i = 0; i < 10; i++) {
                    peer.batch(frame.id(), COLUMNS, numbers(0, 1));
                  }
                });
        Connection connection = connect(server);
        Statement statement = connection.createStatement()) {
      statement.executeQuery("SELECT n");
      // Whoever reads next meets the batches.
      assertThat(connection.isValid(5)).isFalse();
      assertThatThrownBy(() -> statement.execute("x"))
          .hasMessageContaining("INS-501")
          .hasMessageContaining("more BATCHes than credits");
    }
  }

  @Test
  void runsAStatementWhileAnotherStreams() throws Exception {
    try (TestingServer server =
            TestingServer.answering(
                (frame, peer) -> {
                  if (frame.tag() != Tag.EXECUTE) {
                    if (frame.tag() == Tag.CREDIT && frame.id() == 1) {
                      assertThat(Credit.read(frame.reader()).batches()).isPositive();
                    }
                  } else if (frame.id() == 1) {
                    peer.schema(1, COLUMNS);
                    peer.batch(1, COLUMNS, numbers(0, 2));
                  } else {
                    // The first result goes on in the middle of the second.
                    peer.schema(2, COLUMNS);
                    peer.batch(1, COLUMNS, numbers(2, 4));
                    peer.batch(2, COLUMNS, numbers(100, 102));
                    peer.send(new Complete(-1, 4, 1, Map.of()), 1);
                    peer.send(new Complete(-1, 2, 1, Map.of()), 2);
                  }
                });
        Connection connection = connect(server);
        Statement first = connection.createStatement();
        Statement second = connection.createStatement();
        ResultSet outer = first.executeQuery("SELECT n")) {
      outer.next();
      ResultSet inner = second.executeQuery("SELECT m");
      List<Integer> read = new ArrayList<>(List.of(outer.getInt(1)));
      while (inner.next()) {
        read.add(inner.getInt(1));
      }
      while (outer.next()) {
        read.add(outer.getInt(1));
      }
      assertThat(read).containsExactly(0, 100, 101, 1, 2, 3);
    }
  }

  @Test
  void servesSeveralThreadsOnOneConnection() throws Exception {
    try (TestingServer server =
            TestingServer.answering(
                (frame, peer) -> {
                  if (frame.tag() == Tag.EXECUTE) {
                    int n = Integer.parseInt(Execute.read(frame.reader()).sql());
                    peer.rows(frame.id(), COLUMNS, numbers(n, n + 100));
                  }
                });
        Connection connection = connect(server)) {
      List<Throwable> failures = new ArrayList<>();
      List<Thread> threads = new ArrayList<>();
      for (int t = 0; t < 4; t++) {
        int offset = t * 1_000_000;
        threads.add(
            Thread.ofPlatform()
                .start(
                    () -> {
                      try (Statement statement = connection.createStatement()) {
                        for (int i = 0; i < 300; i++) {
                          ResultSet rows = statement.executeQuery("" + (offset + i));
                          for (int k = 0; k < 100; k++) {
                            assertThat(rows.next()).isTrue();
                            assertThat(rows.getInt(1)).isEqualTo(offset + i + k);
                          }
                        }
                      } catch (Throwable e) {
                        synchronized (failures) {
                          failures.add(e);
                        }
                      }
                    }));
      }
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(failures).isEmpty();
    }
  }

  @Test
  void givesUpTheRestOfAResult() throws Exception {
    try (TestingServer server =
            TestingServer.answering(
                (frame, peer) -> {
                  if (frame.tag() == Tag.EXECUTE) {
                    peer.schema(frame.id(), COLUMNS);
                    peer.batch(frame.id(), COLUMNS, numbers(0, 2));
                    peer.batch(frame.id(), COLUMNS, numbers(2, 4));
                  } else if (frame.tag() == Tag.CLOSE) {
                    peer.batch(frame.id(), COLUMNS, numbers(4, 6));
                    peer.send(new Complete(-1, 6, 1, Map.of()), frame.id());
                  }
                });
        Connection connection = connect(server);
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < 3; i++) {
        ResultSet rows = statement.executeQuery("SELECT n");
        assertThat(rows.next()).isTrue();
        rows.close();
        assertThat(rows.isClosed()).isTrue();
        assertThatThrownBy(rows::next).hasMessageContaining("result set is closed");
      }
      assertThat(connection.isValid(5)).isTrue();
      assertThat(tags(server)).contains(Tag.CLOSE);
    }
  }

  @Test
  void closesTheFormerResultWithTheNextExecution() throws Exception {
    try (TestingServer server = numbersServer(3);
        Connection connection = connect(server);
        Statement statement = connection.createStatement()) {
      ResultSet first = statement.executeQuery("a");
      ResultSet second = statement.executeQuery("b");
      assertThat(first.isClosed()).isTrue();
      assertThat(second.isClosed()).isFalse();
      statement.closeOnCompletion();
      assertThat(statement.isCloseOnCompletion()).isTrue();
      second.close();
      assertThat(statement.isClosed()).isTrue();
    }
  }

  @Test
  void saysThatTheServerDiedInTheMiddle() throws Exception {
    try (TestingServer server =
            TestingServer.answering(
                (frame, peer) -> {
                  peer.schema(frame.id(), COLUMNS);
                  peer.batch(frame.id(), COLUMNS, numbers(0, 2));
                });
        Connection connection = connect(server);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT n")) {
      assertThat(rows.next()).isTrue();
      server.kill();
      assertThatThrownBy(
              () -> {
                while (rows.next()) {
                  rows.getInt(1);
                }
              })
          .extracting("errorCode", "SQLState")
          .containsExactly(503, "08006");
      assertThatThrownBy(() -> statement.execute("x")).extracting("SQLState").isEqualTo("08006");
    }
  }

  @Test
  void reportsTheFatalErrorToEveryQuery() throws Exception {
    try (TestingServer server =
            TestingServer.answering(
                (frame, peer) -> peer.error(0, 508, "57P01", "Shutting down", "Later"));
        Connection connection = connect(server);
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("x")).hasMessageContaining("INS-508");
      assertThatThrownBy(() -> statement.execute("y")).hasMessageContaining("INS-508");
      assertThat(connection.isValid(1)).isFalse();
    }
  }

  @Test
  void refusesMalformedFrames() throws Exception {
    byte[] unknownTag = new byte[FrameHeader.BYTES];
    unknownTag[4] = 0x7f;
    try (TestingServer server = TestingServer.answering((frame, peer) -> peer.raw(unknownTag));
        Connection connection = connect(server);
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("x"))
          .hasMessageContaining("Unknown frame tag 0x7f")
          .extracting("errorCode", "SQLState")
          .containsExactly(501, "08P01");
    }
  }

  @Test
  void refusesBatchThatDoesNotFitItsColumns() throws Exception {
    try (TestingServer server =
            TestingServer.answering(
                (frame, peer) -> {
                  if (frame.tag() == Tag.EXECUTE) {
                    peer.schema(frame.id(), COLUMNS);
                    List<Column> other = List.of(Column.of("s", ColumnType.TINYINT));
                    peer.batch(frame.id(), other, List.of(List.of(1), List.of(2)));
                    peer.send(new Complete(-1, 2, 1, Map.of()), frame.id());
                  }
                });
        Connection connection = connect(server);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT n")) {
      assertThatThrownBy(rows::next)
          .hasMessageContaining("INS-501")
          .hasMessageContaining("a buffer of 2 bytes where 8 are needed");
    }
  }

  @Test
  void refusesFramesForQueriesThatAreNotOpen() throws Exception {
    try (TestingServer server =
            TestingServer.answering((frame, peer) -> peer.count(frame.id() + 5, 1));
        Connection connection = connect(server);
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("x")).hasMessageContaining("is not open");
    }
  }

  @Test
  void refusesStatementsLongerThanTheServersFrame() throws Exception {
    try (TestingServer server = numbersServer(1);
        Connection connection = connect(server);
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("x".repeat(70_000)))
          .hasMessageContaining("frameBytes: 70036 (expected: <= 65536)")
          .extracting("errorCode")
          .isEqualTo(506);
      assertThat(statement.executeQuery("SELECT n").next()).isTrue();
    }
  }

  // Batches

  @Test
  void runsBatchesInOrderAndStopsAtAFailure() throws Exception {
    try (TestingServer server =
            TestingServer.answering(
                (frame, peer) -> {
                  String sql = Execute.read(frame.reader()).sql();
                  if (sql.equals("bad")) {
                    peer.error(frame.id(), 401, "23505", "duplicate key", "");
                  } else {
                    peer.count(frame.id(), sql.length());
                  }
                });
        Connection connection = connect(server);
        Statement statement = connection.createStatement()) {
      statement.addBatch("a");
      statement.addBatch("bb");
      assertThat(statement.executeBatch()).containsExactly(1, 2);
      assertThat(statement.executeBatch()).isEmpty();
      statement.addBatch("ccc");
      statement.addBatch("bad");
      statement.addBatch("never");
      assertThatThrownBy(statement::executeBatch)
          .isInstanceOfSatisfying(
              BatchUpdateException.class,
              e -> {
                assertThat(e.getUpdateCounts()).containsExactly(3);
                assertThat(e.getSQLState()).isEqualTo("23505");
                assertThat(e.getMessage()).contains("Element 2 of 3", "INS-401");
                assertThat(ServerError.of(e)).isPresent();
              });
    }
  }
}
