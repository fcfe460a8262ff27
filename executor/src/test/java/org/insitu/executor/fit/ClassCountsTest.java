/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.apache.arrow.vector.types.pojo.Field;
import org.insitu.executor.fit.moments.NaiveBayesOptions;
import org.insitu.executor.fit.moments.NaiveBayesTrainer;
import org.insitu.executor.fit.rows.Source;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Categories counted by class say what categories counted alone do, and more. */
class ClassCountsTest {
  private static final String CATEGORIES =
      "CASE WHEN hash(i) % 11 = 0 THEN NULL ELSE 'c' || (hash(i) % 4) END AS c,"
          + " hash(i * 7) % 3 = 0 AS d, DATE '2026-01-01' + CAST(i % 5 AS INTEGER) AS e,"
          + " i * 1e-3 AS x FROM range(2000) AS r(i)";

  private final TestingRows rows = new TestingRows();

  @AfterEach
  void close() {
    rows.close();
  }

  private ProfileRequest request(String sql, boolean byClass) {
    Source source = rows.source(sql);
    List<Field> features = new ArrayList<>(source.describe().getFields());
    return new ProfileRequest(
        source, features, Optional.of(features.removeFirst()), Purpose.CLASSIFICATION, byClass);
  }

  private Profile profile(String sql, boolean byClass) {
    return new Profiler(ProfileLimits.DEFAULT).profile(request(sql, byClass));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"'k' || (i % 3)", "i % 4", "i % 2 = 0", "DATE '2026-02-02' - (i % 3)::INTEGER"})
  void aProfileIsTheSame(String label) {
    String sql = "SELECT " + label + " AS y, " + CATEGORIES;
    Profile counted = profile(sql, true);
    Profile alone = profile(sql, false);
    assertThat(alone.classCounts()).isEmpty();
    assertThat(counted.classCounts()).isPresent();
    assertThat(counted).usingRecursiveComparison().ignoringFields("classCounts").isEqualTo(alone);
  }

  @Test
  void aFitWithThemIsTheSame() {
    String sql = "SELECT 'k' || (hash(i * 5) % 3) AS y, " + CATEGORIES;
    var trainer = new NaiveBayesTrainer(FitResources.ofThisMachine());
    assertThat(trainer.fit(set(sql, true), NaiveBayesOptions.DEFAULT, FitProgress.NONE).model())
        .isEqualTo(
            trainer.fit(set(sql, false), NaiveBayesOptions.DEFAULT, FitProgress.NONE).model());
  }

  private TrainingSet set(String sql, boolean byClass) {
    return new TrainingSet(rows.source(sql), profile(sql, byClass), Optional.empty());
  }

  @Test
  void countsEachCell() {
    String sql =
        "SELECT * FROM (VALUES ('a', 'u'), ('a', 'u'), ('b', 'u'), ('b', NULL), ('b', 'v'))"
            + " AS t(y, c)";
    ClassCounts counts = profile(sql, true).classCounts().orElseThrow();
    assertThat(counts.rows(0, "a", "u")).isEqualTo(2);
    assertThat(counts.rows(0, "a", "v")).isZero();
    assertThat(counts.rows(0, "b", "u")).isEqualTo(1);
    assertThat(counts.rows(0, "b", null)).isEqualTo(1);
  }

  @Test
  void moreCategoriesThanOneQueryTakes() {
    StringJoiner columns = new StringJoiner(", ");
    columns.add("SELECT i % 3 AS y");
    for (int c = 0; c < 33; c++) {
      columns.add("'v' || (i %% %d) AS c%d".formatted(2 + c, c));
    }
    String sql = columns + " FROM range(300) AS r(i)";
    assertThat(Profiler.queries(request(sql, true)).aggregates()).hasSize(3);
    assertThat(profile(sql, true).columns()).isEqualTo(profile(sql, false).columns());
    assertThat(profile(sql, true).classCounts().orElseThrow().rows(32, "2", "v5")).isEqualTo(3);
  }

  /** Without a category there is nothing to count by class. */
  @Test
  void numbersAlone() {
    String sql = "SELECT i % 2 AS y, i * 1e0 AS x FROM range(10) AS r(i)";
    assertThat(profile(sql, true).classCounts()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LABEL_NULL CASE WHEN i <> 7 THEN i % 2 END",
        "LABEL_ONE_CLASS 'one'",
        "TOO_MANY_CLASSES i",
      })
  void theLabelIsCheckedAlike(String coded) {
    ErrorCode code = ErrorCode.valueOf(coded.substring(0, coded.indexOf(' ')));
    String sql = "SELECT " + coded.substring(coded.indexOf(' ')) + " AS y, " + CATEGORIES;
    for (boolean byClass : new boolean[] {true, false}) {
      assertThatThrownBy(() -> profile(sql, byClass))
          .isInstanceOfSatisfying(InsituException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
  }

  @Test
  void tooManyLevelsAreRefusedAlike() {
    String sql = "SELECT i % 2 AS y, 'v' || i AS c FROM range(20) AS r(i)";
    for (boolean byClass : new boolean[] {true, false}) {
      assertThatThrownBy(
              () -> new Profiler(new ProfileLimits(19, 2)).profile(request(sql, byClass)))
          .isInstanceOfSatisfying(
              InsituException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.TOO_MANY_CATEGORIES));
    }
  }
}
