/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.warehouse.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.insitu.executor.warehouse.Answer;
import org.insitu.executor.warehouse.Scalars;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.error.Position;
import org.insitu.udf.model.Forest;
import org.insitu.udf.sql.ForestFunction;
import org.insitu.udf.sql.ForestFunction.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Closing the warehouse after each test fails when a buffer was lost. */
class DuckDbConnectionTest {
  private final DuckDbWarehouse warehouse = DuckDbWarehouse.open(Optional.empty());
  private DuckDbConnection connection = warehouse.connect();

  @AfterEach
  void closeWithoutLeaks() {
    connection.close();
    warehouse.close();
  }

  private InsituException failure(String sql) {
    return catchThrowableOfType(
        InsituException.class, () -> Scalars.rows(connection, sql).toString());
  }

  @Test
  void readsAnArrowStreamAsATable() {
    try (BufferAllocator allocator = new RootAllocator()) {
      connection.register("numbers", new Numbers(allocator, 3, 1_000));
      assertThat(Scalars.rows(connection, "SELECT count(*), sum(n)::BIGINT FROM numbers"))
          .isEqualTo(List.of(List.of(3_000L, 2_999L * 3_000 / 2)));
    }
  }

  @Test
  void expectsOneRowOfAnAggregateWithoutGroups() {
    assertThat(connection.estimatedRows("SELECT count(*) + 1 FROM range(1003) AS t(i)")).isOne();
  }

  @Test
  void expectsTheRowsOfTheOutermostOperator() {
    assertThat(connection.estimatedRows("SELECT i FROM range(1003) AS t(i)")).isEqualTo(1003);
    assertThat(connection.estimatedRows("SELECT i FROM range(1003) AS t(i) LIMIT 7")).isEqualTo(7);
    assertThat(
            connection.estimatedRows(
                "SELECT i, (SELECT count(*) FROM range(7)) FROM range(9) t(i)"))
        .isEqualTo(9);
    assertThat(
            connection.estimatedRows(
                "SELECT i FROM range(5) t(i) UNION ALL SELECT i FROM range(4) t(i)"))
        .isEqualTo(9);
  }

  @Test
  void placesAnErrorThatOnlyTheRunRevealsInTheStatement() {
    assertThat(failure("SELECT 'abc'::int").position()).isEqualTo(new Position(1, 13));
    assertThat(failure("SELECT 1,\n 'abc'::int").position()).isEqualTo(new Position(2, 7));
  }

  @Test
  void freesAnArrowStreamThatNobodyReads() {
    try (BufferAllocator allocator = new RootAllocator()) {
      connection.register("unread", new Numbers(allocator, 1, 1));
      connection.close();
      connection = warehouse.connect();
    }
  }

  @Test
  void tellsWhyAStreamedQueryFailsOnItsFirstRow() {
    InsituException e = failure("SELECT CAST('a' AS INTEGER)");
    assertThat(e.code()).isEqualTo(ErrorCode.WAREHOUSE);
    assertThat(e.sqlState()).isEqualTo("22018");
    assertThat(e).hasMessageContaining("Could not convert string 'a'");
  }

  @Test
  void tellsWhyAStreamedQueryFailsInsideATransaction() {
    Scalars.run(connection, "BEGIN");
    assertThat(failure("SELECT CAST('a' AS INTEGER)"))
        .hasMessageContaining("Could not convert string 'a'");
    Scalars.run(connection, "ROLLBACK");
  }

  @Test
  void tellsWhyAQueryOverTemporaryTablesFailsInASnapshot() {
    Scalars.run(connection, "CREATE TEMPORARY TABLE mine AS SELECT 'a' AS s");
    try (var snapshot = connection.snapshot()) {
      Scalars.run(connection, "CREATE TEMPORARY TABLE one AS SELECT * FROM mine");
      Scalars.run(connection, "CREATE TEMPORARY TABLE other AS SELECT 1 AS s");
      Scalars.run(connection, "CREATE TEMPORARY TABLE two AS SELECT s AS text FROM one");
      assertThat(failure("SELECT\n  CAST(text AS INTEGER) FROM two"))
          .hasMessageContaining("Could not convert string 'a'")
          .returns("22018", InsituException::sqlState)
          .returns(new Position(2, 3), InsituException::position);
    }
    assertThat(Scalars.rows(connection, "SELECT s FROM mine")).isEqualTo(List.of(List.of("a")));
    assertThat(failure("SELECT * FROM two").sqlState()).isEqualTo("42P01");
  }

  @Test
  void tellsWhyAQueryOverTemporaryTablesFailsInATransaction() {
    Scalars.run(connection, "BEGIN");
    Scalars.run(connection, "CREATE TEMPORARY TABLE one AS SELECT 'a' AS s");
    assertThat(failure("SELECT CAST(s AS INTEGER) FROM one"))
        .hasMessageContaining("Could not convert string 'a'");
    // The user's transaction stays what it is until the user ends it.
    assertThat(failure("SELECT 1")).hasMessageContaining("transaction is aborted");
    Scalars.run(connection, "ROLLBACK");
    assertThat(Scalars.count(connection, "SELECT 1")).isEqualTo(1);
  }

  /** Another connection cannot see the table, whose absence is no reason. */
  @Test
  void saysThatAReasonIsNotKnown() {
    Scalars.run(connection, "BEGIN");
    Scalars.run(connection, "CREATE TABLE fresh AS SELECT 'a' AS s");
    assertThat(failure("SELECT CAST(s AS INTEGER) FROM fresh"))
        .hasMessageContaining("failed inside a transaction; DuckDB does not tell why")
        .returns("Run the query by itself to see its error.", InsituException::hint);
    Scalars.run(connection, "ROLLBACK");
  }

  @Test
  void refusesTheWrongNumberOfParameters() {
    assertThat(failure("SELECT ?").code()).isEqualTo(ErrorCode.PARAMETER_COUNT);
  }

  @Test
  void cancelsWhatRuns() throws Exception {
    CompletableFuture<InsituException> running =
        CompletableFuture.supplyAsync(
            () -> failure("SELECT sum(a.range * b.range) FROM range(1000000) a, range(1000000) b"));
    while (!running.isDone()) {
      TimeUnit.MILLISECONDS.sleep(20);
      connection.cancel();
    }
    assertThat(running.get().code()).isEqualTo(ErrorCode.CANCELLED);
    assertThat(Scalars.count(connection, "SELECT 1")).isEqualTo(1);
  }

  @Test
  void aSnapshotSeesNoLaterRowsAndLeavesNothingBehind() {
    Scalars.run(connection, "CREATE TABLE t AS SELECT 1 AS a");
    try (DuckDbConnection other = warehouse.connect();
        var snapshot = connection.snapshot()) {
      assertThat(Scalars.count(connection, "SELECT count(*) FROM t")).isEqualTo(1);
      Scalars.run(other, "INSERT INTO t VALUES (2)");
      Scalars.run(connection, "CREATE TEMPORARY TABLE copy AS SELECT * FROM t");
      assertThat(Scalars.count(connection, "SELECT count(*) FROM copy")).isEqualTo(1);
    }
    assertThat(Scalars.count(connection, "SELECT count(*) FROM t")).isEqualTo(2);
    assertThat(failure("SELECT * FROM copy").sqlState()).isEqualTo("42P01");
  }

  @Test
  void aSnapshotInsideATransactionLeavesItOpen() {
    Scalars.run(connection, "BEGIN");
    Scalars.run(connection, "CREATE TABLE kept AS SELECT 1 AS a");
    connection.snapshot().close();
    Scalars.run(connection, "COMMIT");
    assertThat(Scalars.count(connection, "SELECT count(*) FROM kept")).isEqualTo(1);
  }

  @Test
  void aForestMadeInASnapshotCanBeMadeAgain() {
    try (var snapshot = connection.snapshot()) {
      connection.register("stump", new ForestFunction(stump(), Kind.SUM));
      assertThat(stumps()).isEqualTo(List.of(List.of(1.5), List.of(2.5), List.of(2.5)));
    }
    connection.register("stump", new ForestFunction(stump(), Kind.SUM));
    connection.register("stump", new ForestFunction(stump(), Kind.SUM));
    assertThat(stumps()).isEqualTo(List.of(List.of(1.5), List.of(2.5), List.of(2.5)));
  }

  /** The stump's leaves have seen three rows and one: its mean is 1.75. */
  @Test
  void callsTheAttributionsOfAForestAsAList() {
    connection.register("shares", new ForestFunction(stump(), Kind.ATTRIBUTIONS));
    assertThat(
            Scalars.rows(
                connection,
                "SELECT CAST(shares(x) AS DOUBLE[])[1] FROM (VALUES (1::FLOAT), (3::FLOAT),"
                    + " ('nan'::FLOAT)) AS v(x)"))
        .isEqualTo(List.of(List.of(-0.25), List.of(0.75), List.of(0.75)));
  }

  private List<List<Object>> stumps() {
    return Scalars.rows(
        connection, "SELECT stump(x) FROM (VALUES (1::FLOAT), (3::FLOAT), (NULL)) AS v(x)");
  }

  /** 0.5, and 1 below the split at 2, else 2; missing goes right. */
  private static Forest stump() {
    return new Forest(
        1,
        new int[] {0},
        new int[] {0, -1, -1},
        new float[] {2, 0, 0},
        new int[] {1, 0, 0},
        new int[] {2, 0, 0},
        new boolean[3],
        new double[] {0, 1, 2},
        new double[3],
        new double[] {4, 3, 1},
        0.5);
  }

  @Test
  void describesWithoutRunning() {
    Schema schema = connection.describe("SELECT 1 AS a, 'x' AS a, error('run') AS b");
    assertThat(schema.getFields().stream().map(Field::getName)).containsExactly("a", "a", "b");
    assertThat(connection.describe("CREATE TABLE never (a INTEGER)").getFields()).isEmpty();
    assertThat(failure("SELECT * FROM never").sqlState()).isEqualTo("42P01");
  }

  @Test
  void describesAsItAnswers() {
    for (String type :
        List.of(
            "BOOLEAN",
            "TINYINT",
            "SMALLINT",
            "INTEGER",
            "BIGINT",
            "HUGEINT",
            "UTINYINT",
            "USMALLINT",
            "UINTEGER",
            "UBIGINT",
            "UHUGEINT",
            "FLOAT",
            "DOUBLE",
            "DECIMAL(4, 1)",
            "DECIMAL(9, 2)",
            "DECIMAL(18, 3)",
            "DECIMAL(38, 4)",
            "VARCHAR",
            "BLOB",
            "BIT",
            "UUID",
            "JSON",
            "DATE",
            "TIME",
            "TIME WITH TIME ZONE",
            "TIMESTAMP",
            "TIMESTAMP_S",
            "TIMESTAMP_MS",
            "TIMESTAMP_NS",
            "TIMESTAMP WITH TIME ZONE",
            "INTERVAL",
            "ENUM('a', 'b')",
            "INTEGER[]",
            "INTEGER[3]",
            "STRUCT(a INTEGER, b VARCHAR)",
            "MAP(VARCHAR, INTEGER)")) {
      String sql = "SELECT 1 AS \"one\", CAST(NULL AS %s) AS \"the value\"".formatted(type);
      Schema described = connection.describe(sql);
      try (Answer answer = connection.execute(sql, List.of())) {
        assertThat(described).as(type).isEqualTo(answer.schema());
      }
    }
  }

  @Test
  void saysThatAnEarlierAnswerIsStillOpen() {
    try (Answer answer = connection.execute("SELECT * FROM range(1000000)", List.of())) {
      assertThat(answer.next()).isTrue();
      InsituException failure = failure("SELECT 1");
      assertThat(failure).hasMessageContaining("Resource In Use Error");
      assertThat(failure.sqlState()).isEqualTo("58000");
    }
  }

  @Test
  void countsParametersWithoutHarmToTheTransaction() {
    connection.execute("BEGIN", List.of()).close();
    for (String sql : List.of("SELECT ?", "SELECT $1")) {
      InsituException failure = failure(sql);
      assertThat(failure.code()).isEqualTo(ErrorCode.PARAMETER_COUNT);
      assertThat(failure).hasMessageContaining("Parameters: 0");
    }
    assertThat(Scalars.rows(connection, "SELECT '? and $1', \"?\" FROM (SELECT 2 AS \"?\")"))
        .isEqualTo(List.of(List.of("? and $1", 2)));
    connection.execute("COMMIT", List.of()).close();
  }

  @Test
  void anAnswerThatIsNotReadToItsEndIsFreed() {
    try (Answer answer = connection.execute("SELECT * FROM range(1000000)", List.of())) {
      assertThat(answer.next()).isTrue();
    }
    assertThat(Scalars.count(connection, "SELECT 7")).isEqualTo(7);
  }

  /** A stream of batches that count up. */
  private static final class Numbers extends ArrowReader {
    private static final Schema SCHEMA =
        new Schema(List.of(Field.nullable("n", new ArrowType.Int(64, true))));
    private final int batches;
    private final int rows;
    private int at;

    Numbers(BufferAllocator allocator, int batches, int rows) {
      super(allocator);
      this.batches = batches;
      this.rows = rows;
    }

    @Override
    public boolean loadNextBatch() throws java.io.IOException {
      if (at == batches) {
        return false;
      }
      VectorSchemaRoot root = getVectorSchemaRoot();
      root.allocateNew();
      BigIntVector n = (BigIntVector) root.getVector(0);
      for (int i = 0; i < rows; i++) {
        n.setSafe(i, (long) at * rows + i);
      }
      root.setRowCount(rows);
      at++;
      return true;
    }

    @Override
    public long bytesRead() {
      return 0;
    }

    @Override
    protected void closeReadSource() {}

    @Override
    protected Schema readSchema() {
      return SCHEMA;
    }
  }
}
