/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.Profile;
import org.insitu.executor.fit.Purpose;
import org.insitu.executor.fit.RowsHere;
import org.insitu.executor.fit.TestingRows;
import org.insitu.executor.fit.TrainingSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FirstProductsTest {
  /** More rows than a block has: the first ones do not say all. */
  private static final int ROWS = 150_000;

  private final TestingRows rows = new TestingRows();

  @AfterEach
  void close() {
    rows.close();
  }

  /** What a pass found. */
  private record Passed(Profile profile, FirstProducts products) {
    Optional<Gram> gram(LinearTerms terms) {
      return products.gram(Design.of(profile, terms), profile);
    }
  }

  private Passed pass(String sql, LinearTerms terms, int threads) {
    FitResources resources = new FitResources(threads, 1 << 30, 1 << 30);
    FirstProducts products = new FirstProducts(terms, resources);
    RowsHere here = new RowsHere(resources, FitProgress.NONE, products);
    return new Passed(rows.profile(sql, "y", Purpose.REGRESSION, here), products);
  }

  /** By a pass of its own, after the profile. */
  private Gram again(String sql, Profile profile, LinearTerms terms) {
    TrainingSet data = new TrainingSet(rows.source(sql), profile, Optional.empty());
    FitResources resources = new FitResources(2, 1 << 30, 1 << 30);
    return new BlockSums(data, Design.of(profile, terms), resources, FitProgress.NONE).gram();
  }

  private static String query(String columns) {
    return "SELECT %s, sin(i) * 3 + i / 5e4 AS y FROM range(%d) r(i)".formatted(columns, ROWS);
  }

  private static void assertClose(Gram found, Gram expected) {
    double[][] a = found.products();
    double[][] b = expected.products();
    assertThat(a).hasDimensions(b.length, b.length);
    for (int i = 0; i < b.length; i++) {
      for (int j = 0; j < b.length; j++) {
        double size = Math.sqrt(b[i][i] * b[j][j]);
        assertThat(a[i][j]).as("%d, %d", i, j).isCloseTo(b[i][j], within(1e-12 * size));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "TRUE, 'cos(i) * 1e6 + 1e7 AS a, sqrt(i) AS b'",
    "TRUE, '(i % 5)::TINYINT AS a, i::FLOAT AS growing, 7 AS constant'",
    "TRUE, 'i % 3 = 0 AS flag, sin(i) AS a, nullif(i % 4, 1)::VARCHAR AS c'",
    "FALSE, 'cos(i) + 3 AS a, sqrt(i) AS b, i % 7 = 2 AS flag'"
  })
  void equalsThePassAfterTheProfile(boolean intercept, String columns) {
    LinearTerms terms = LinearTerms.DEFAULT.withFitIntercept(intercept);
    Passed passed = pass(query(columns), terms, 2);
    assertClose(passed.gram(terms).orElseThrow(), again(query(columns), passed.profile(), terms));
  }

  @Test
  void findsTheSameBitsWithAnyNumberOfThreads() {
    rows.run("CREATE TABLE t AS " + query("cos(i) AS a, i AS b, i % 3 = 0 AS c"));
    rows.run("SET threads = 1");
    Passed one = pass("FROM t", LinearTerms.DEFAULT, 1);
    rows.run("SET threads = 4");
    for (int run = 0; run < 3; run++) {
      Passed many = pass("FROM t", LinearTerms.DEFAULT, 3);
      assertThat(many.profile()).isEqualTo(one.profile());
      assertThat(many.gram(LinearTerms.DEFAULT).orElseThrow().products())
          .isDeepEqualTo(one.gram(LinearTerms.DEFAULT).orElseThrow().products());
    }
  }

  /** What a missing number becomes is not known before the end; nor what a center is. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "CASE WHEN i = 140000 THEN NULL ELSE cos(i) END AS a",
        "CASE WHEN i = 140000 THEN 'nan'::DOUBLE ELSE cos(i) END AS a",
        "CASE WHEN i < 70000 THEN 1e9 ELSE i % 2 END AS a, cos(i) AS b",
        "'v' || (i % 4097) AS wide, i AS a"
      })
  void forgetsProductsOfAWrongGuess(String columns) {
    String sql = query(columns).replace("" + ROWS, "600000");
    Passed passed = pass(sql, LinearTerms.DEFAULT, 2);
    assertThat(passed.gram(LinearTerms.DEFAULT)).isEmpty();
  }

  @Test
  void sparesTheFitItsOwnPass() {
    String sql = query("cos(i) AS a, i AS b");
    Passed passed = pass(sql, LinearTerms.DEFAULT, 2);
    TrainingSet data = new TrainingSet(rows.source(sql), passed.profile(), Optional.empty());
    LinearTrainer trainer = new LinearTrainer(new FitResources(2, 1 << 30, 1 << 30));
    var report =
        trainer.fit(data, passed.products(), LinearOptions.DEFAULT, FitProgress.NONE).report();
    assertThat(report.ranIn()).isEqualTo("local");
    assertThat(report.bytesMoved()).isZero();
    assertThat(passed.profile().bytesMoved()).isGreaterThan(ROWS * 24L);
  }
}
