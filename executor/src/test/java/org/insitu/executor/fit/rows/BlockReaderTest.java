/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.Purpose;
import org.insitu.executor.fit.TestingRows;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.model.Feature;
import org.insitu.udf.model.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockReaderTest {
  private static final String COLUMNS =
      """
      SELECT i::%s AS x, CASE WHEN i %% 5 = 0 THEN NULL ELSE 'level ' || (i %% 3) END AS c,
        i %% 2 = 0 AS d, (i %% 4)::INTEGER AS y FROM range(%d) r(i)\
      """;

  private final TestingRows rows = new TestingRows();

  @AfterEach
  void close() {
    rows.close();
  }

  /** Batches of the warehouse end at 2,048, 8,192 and elsewhere than blocks do. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2047, 2048, 2049, 8191, 8192, 8193, 20_000})
  void readsEveryRowOnceWhateverTheBlocks(int count) {
    String sql = COLUMNS.formatted("DOUBLE", count);
    TrainingSet data =
        count > 8
            ? rows.training(sql, "y", Purpose.CLASSIFICATION)
            : rows.training("SELECT x FROM (" + sql + ")", "", Purpose.UNSUPERVISED);
    for (int size : new int[] {1000, 4096, 8192, 65_536}) {
      int at = 0;
      try (BlockReader reader = BlockReader.open(data.source(), data.features(), data.label())) {
        for (Block block = reader.next(size); block.rows() > 0; block = reader.next(size)) {
          assertThat(block.rows()).isEqualTo(Math.min(size, count - at));
          for (int r = 0; r < block.rows(); r++, at++) {
            assertThat(block.numbers()[0][r]).isEqualTo(at);
            if (data.label().isPresent()) {
              assertThat(block.codes()[0][r]).isEqualTo(at % 5 == 0 ? 3 : at % 3);
              assertThat(block.codes()[1][r]).isEqualTo(at % 2 == 0 ? 1 : 0);
              assertThat(block.target()[r]).isEqualTo(at % 4);
            }
          }
        }
        assertThat(reader.next(size).rows()).isZero();
        assertThat(reader.bytes()).isPositive();
      }
      assertThat(at).isEqualTo(count);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TINYINT",
        "SMALLINT",
        "INTEGER",
        "BIGINT",
        "HUGEINT",
        "UTINYINT",
        "USMALLINT",
        "UINTEGER",
        "UBIGINT",
        "FLOAT",
        "DOUBLE",
        "DECIMAL(9,2)",
        "DECIMAL(30,2)"
      })
  void readsEveryNumericType(String type) {
    String sql = COLUMNS.formatted(type, 100);
    TrainingSet data = rows.training(sql, "y", Purpose.REGRESSION);
    double[] x = all(data.source(), data.features(), data.label()).numbers()[0];
    for (int r = 0; r < 100; r++) {
      assertThat(x[r]).isEqualTo(r);
    }
  }

  private static Block all(Source source, List<Feature> features, Optional<Label> label) {
    try (BlockReader reader = BlockReader.open(source, features, label)) {
      return reader.next(100_000);
    }
  }

  @Test
  void readsTheExtremesOfIntegers() {
    assertThat(
            numbers(
                "x", "SELECT unnest([18446744073709551615, 9223372036854775808, 0])::UBIGINT AS x"))
        .containsExactly(0x1p64, 0x1p63, 0);
    assertThat(numbers("x", "SELECT unnest([-9223372036854775808, 9223372036854775807]) AS x"))
        .containsExactly(-0x1p63, 0x1p63);
    assertThat(numbers("x", "SELECT unnest([255, 128, 0])::UTINYINT AS x"))
        .containsExactly(255, 128, 0);
    assertThat(numbers("x", "SELECT unnest([4294967295, 0])::UINTEGER AS x"))
        .containsExactly(4294967295.0, 0);
    assertThat(numbers("x", "SELECT unnest([65535, 0])::USMALLINT AS x")).containsExactly(65535, 0);
  }

  private double[] numbers(String name, String sql) {
    Feature x = new Feature.Numeric(name, ValueType.DOUBLE, 7, 1);
    Block block = all(rows.source(sql), List.of(x), Optional.empty());
    return Arrays.copyOf(block.numbers()[0], block.rows());
  }

  @Test
  void missingNumbersBecomeTheMean() {
    assertThat(numbers("x", "SELECT unnest([1, NULL, 'nan'::DOUBLE, 2]) AS x"))
        .containsExactly(1, 7, 7, 2);
    assertThat(numbers("x", "SELECT unnest([1, NULL, 2])::SMALLINT AS x")).containsExactly(1, 7, 2);
  }

  @Test
  void unseenLevelsHaveNoIndex() {
    String sql = "SELECT unnest(['b', 'new', NULL, 'a', '', 'ä', 'aa']) AS c";
    assertThat(
            codes(
                new Feature.Category("c", ValueType.VARCHAR, List.of("", "a", "b", "ä"), true),
                sql))
        .containsExactly(2, -1, 4, 1, 0, 3, -1);
    assertThat(codes(new Feature.Category("c", ValueType.VARCHAR, List.of("a", "b"), false), sql))
        .containsExactly(1, -1, -1, 0, -1, -1, -1);
  }

  private int[] codes(Feature.Category feature, String sql) {
    Block block = all(rows.source(sql), List.of(feature), Optional.empty());
    return Arrays.copyOf(block.codes()[0], block.rows());
  }

  @Test
  void findsEachOfManyLevels() {
    List<String> levels = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      levels.add("k" + i);
    }
    int[] codes =
        codes(
            new Feature.Category("c", ValueType.VARCHAR, levels, false),
            "SELECT 'k' || i AS c FROM range(10000) r(i)");
    for (int i = 0; i < codes.length; i++) {
      assertThat(codes[i]).isEqualTo(i);
    }
  }

  @Test
  void readsClassesOfEveryType() {
    assertThat(targets("unnest([30, -5, 30])", ValueType.BIGINT, "-5", "30"))
        .containsExactly(1, 0, 1);
    assertThat(targets("unnest([TRUE, FALSE])", ValueType.BOOLEAN, "false", "true"))
        .containsExactly(1, 0);
    assertThat(targets("unnest([2.5, 1.0])::DOUBLE", ValueType.DOUBLE, "1.0", "2.5"))
        .containsExactly(1, 0);
    assertThat(targets("unnest([DATE '2020-01-02'])", ValueType.DATE, "2020-01-02"))
        .containsExactly(0);
    assertThat(targets("unnest(['u', 'v', NULL])", ValueType.VARCHAR, "v", "w"))
        .containsExactly(-1, 0, -1);
    assertThat(targets("unnest([7, 8, NULL])", ValueType.BIGINT, "7", "9"))
        .containsExactly(0, -1, -1);
    String large = "9007199254740993";
    assertThat(
            targets(
                "unnest([9007199254740993, 9007199254740992])",
                ValueType.BIGINT,
                large,
                "9007199254740992"))
        .containsExactly(0, 1);
  }

  private double[] targets(String label, ValueType type, String... classes) {
    Block block =
        all(
            rows.source("SELECT 1 AS x, " + label + " AS y"),
            List.of(new Feature.Numeric("x", ValueType.BIGINT, 1, 1)),
            Optional.of(new Label("y", type, List.of(classes))));
    return Arrays.copyOf(block.target(), block.rows());
  }

  @Test
  void storedRowsAreTheRowsRead() {
    String sql =
        """
        SELECT i / 3 AS exact, i::FLOAT AS small, 'k' || (i % 300) AS many, i % 2 = 0 AS two,
          i % 7 AS y FROM range(150000) r(i)\
        """;
    TrainingSet data = rows.training(sql, "y", Purpose.CLASSIFICATION);
    Block expected = all(data.source(), data.features(), data.label());
    StoredRows stored =
        StoredRows.read(data, new FitResources(3, 1 << 28, 1 << 28), FitProgress.NONE);
    assertThat(stored.rows()).isEqualTo(150_000);
    int at = 0;
    double[] number = new double[1];
    int[] code = new int[1];
    for (StoredBlock block : stored.blocks()) {
      for (int r = 0; r < block.rows() && at < expected.rows(); r++, at++) {
        for (int i = 0; i < 2; i++) {
          block.number(i, r, 1, number);
          assertThat(number[0] == expected.numbers()[i][at]).isTrue();
          block.codes(i, r, 1, code);
          assertThat(code[0] == expected.codes()[i][at]).isTrue();
        }
        block.target(r, 1, number);
        assertThat(number[0] == expected.target()[at]).isTrue();
      }
    }
    assertThatThrownBy(
            () -> StoredRows.read(data, new FitResources(1, 1 << 20, 1), FitProgress.NONE))
        .isInstanceOfSatisfying(
            InsituException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TOO_MUCH_DATA))
        .hasMessageContaining("150000 training rows of 4 columns in memory: ");
  }

  @Test
  void refusesAQueryWithoutTheColumn() {
    assertThatThrownBy(() -> numbers("z", "SELECT 1 AS x"))
        .isInstanceOfSatisfying(
            InsituException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.COLUMN_NOT_FOUND))
        .hasMessage("The training query has no column 'z'.");
  }
}
