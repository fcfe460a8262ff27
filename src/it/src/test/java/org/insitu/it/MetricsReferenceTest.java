/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.SQLException;
import java.util.List;
import org.insitu.it.testing.TestingSession;
import org.insitu.parser.option.Choice.BucketStrategy;
import org.insitu.planner.evaluate.BinaryCurves;
import org.insitu.planner.evaluate.Calibration;
import org.insitu.planner.evaluate.ClassificationMetrics;
import org.insitu.planner.evaluate.Lift;
import org.insitu.planner.evaluate.RegressionMetrics;
import org.insitu.planner.evaluate.Scored;
import org.insitu.udf.sql.DuckDbDialect;
import org.insitu.udf.sql.SqlDialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The metrics against scikit-learn 1.2.1 to 1e-12, over rows with many ties that both compute from
 * whole numbers: {@code metrics.py} beside the test's resources prints the values.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetricsReferenceTest {
  private static final int ROWS = 500;
  private static final Scored BINARY =
      new Scored(
          """
          SELECT CASE WHEN i * 104729 % 97 / 97e0 < p1 * 0.9e0 THEN 'b' ELSE 'a' END AS y,
            CASE WHEN p1 > 0.5 THEN 'b' ELSE 'a' END AS prediction, 1 - p1 AS p0, p1
          FROM (SELECT i, (i * 7919 % 41 + 1) / 43e0 AS p1 FROM range(500) AS r(i))\
          """,
          List.of("a", "b"));

  private final SqlDialect dialect = new DuckDbDialect();
  @RegisterExtension final TestingSession session = new TestingSession();

  private List<List<Double>> rows(String sql) throws SQLException {
    return session.rows(sql).stream()
        .map(row -> row.stream().map(v -> ((Number) v).doubleValue()).toList())
        .toList();
  }

  private static void assertClose(List<Double> actual, double... expected) {
    assertThat(actual).hasSize(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual.get(i)).as("value " + i).isCloseTo(expected[i], within(1e-12));
    }
  }

  @Test
  void twoClasses() throws SQLException {
    assertClose(
        rows(ClassificationMetrics.evaluate(BINARY, dialect)).getFirst(),
        0.6748971193415638,
        0.7288888888888889,
        0.72,
        0.7008547008547009,
        0.5609581972851904,
        0.7883232323232322);
  }

  @Test
  void threeClassesOneRarelyPredicted() throws SQLException {
    Scored scored =
        new Scored(
            """
            SELECT 'c' || k AS y, p0, p1, p2, CASE WHEN p0 >= p1 AND p0 >= p2 THEN 'c0'
                WHEN p1 >= p2 THEN 'c1' ELSE 'c2' END AS prediction
            FROM (SELECT k, r0 / (r0 + r1 + r2) AS p0, r1 / (r0 + r1 + r2) AS p1,
                r2 / (r0 + r1 + r2) AS p2
              FROM (SELECT k, 1e0 + i * 13 % 5 + 3 * (k = 0)::INT AS r0,
                  1e0 + i * 17 % 7 + 3 * (k = 1)::INT AS r1, 1e0 + (k = 2)::INT AS r2
                FROM (SELECT i, (i * 31 + i // 7) % 3 AS k FROM range(500) AS r(i))))\
            """,
            List.of("c0", "c1", "c2"));
    assertClose(
        rows(ClassificationMetrics.evaluate(scored, dialect)).getFirst(),
        0.7294095628144577,
        0.5946420412187672,
        0.594,
        0.49023270344296477,
        0.8451766766180299,
        0.9452285955965345);
  }

  @Test
  void regression() throws SQLException {
    String sql =
        """
        SELECT y, greatest(y + (i * 104729 %% 59 - 20) / 8e0 * (1 + y / 50), %s) AS prediction
        FROM (SELECT i, i * 7919 %% 101 / 4e0 AS y FROM range(500) AS r(i))\
        """;
    List<Double> all =
        rows(RegressionMetrics.sql(new Scored(sql.formatted("-0.75"), List.of()))).getFirst();
    assertClose(
        all,
        2.49641125,
        9.06153230703125,
        0.15895094236587437,
        2.1359375,
        0.8293882817961336,
        0.8659131474694505);
    List<Double> positive =
        rows(RegressionMetrics.sql(new Scored(sql.formatted("0"), List.of()))).getFirst();
    assertClose(List.of(positive.get(2)), 0.11162334132443766);
  }

  @Test
  void precisionAndRecall() throws SQLException {
    List<List<Double>> curve = rows(BinaryCurves.precisionRecall(BINARY, List.of(), dialect));
    assertThat(curve).hasSize(42); // 41 scores and the threshold 0
    assertClose(curve.getFirst().subList(0, 3), 41 / 43.0, 1, 0);
    // A score counts as positive above a threshold here, from a threshold on there: the point of
    // the k-th score there is the one of the next lower score here.
    assertClose(curve.get(1).subList(0, 3), 40 / 43.0, 0.9166666666666666, 0.04888888888888889);
    assertClose(curve.get(11).subList(0, 3), 30 / 43.0, 0.7686567164179104, 0.4577777777777778);
    assertClose(curve.get(21).subList(0, 3), 20 / 43.0, 0.6627450980392157, 0.7511111111111111);
    assertClose(curve.get(31).subList(0, 3), 10 / 43.0, 0.5543766578249337, 0.9288888888888889);
    assertClose(curve.getLast(), 0, 0.45, 1, 225, 275, 0, 0);
    double area = 0; // average precision: the sum of precision times the step of recall
    for (int i = 1; i < curve.size(); i++) {
      area += (curve.get(i).get(2) - curve.get(i - 1).get(2)) * curve.get(i).get(1);
    }
    assertThat(area).isCloseTo(0.7310354460210158, within(1e-12));
    List<Double> one =
        rows(BinaryCurves.precisionRecall(BINARY, List.of(20.5 / 43), dialect)).getFirst();
    assertClose(one.subList(0, 3), 20.5 / 43, 0.6627450980392157, 0.7511111111111111);
  }

  @Test
  void rocCurve() throws SQLException {
    List<List<Double>> curve = rows(BinaryCurves.roc(BINARY, List.of(), dialect));
    assertThat(curve).hasSize(41);
    assertClose(curve.get(20).subList(0, 3), 21 / 43.0, 0.7288888888888889, 0.2872727272727273);
  }

  @Test
  void calibration() throws SQLException {
    double[] frequency = {
      0.08, 0.12244897959183673, 0.22916666666666666, 0.32786885245901637, 0.40816326530612246,
      0.5102040816326531, 0.6, 0.6938775510204082, 0.7755102040816326, 0.8611111111111112
    };
    double[] mean = {
      0.05720930232558142, 0.1514000949216897, 0.24418604651162804, 0.3480747235989326,
      0.4532510678690083, 0.5472235405790221, 0.6511627906976744, 0.7551020408163267,
      0.8490745135263411, 0.9302325581395352
    };
    List<List<Double>> rows = rows(Calibration.sql(BINARY, 10, BucketStrategy.UNIFORM, dialect));
    assertThat(rows).hasSize(10);
    double total = 0;
    for (int i = 0; i < 10; i++) {
      List<Double> row = rows.get(i);
      assertThat(row.get(0)).isEqualTo(i + 1);
      assertThat(row.get(1)).isGreaterThan(i / 10.0).isLessThanOrEqualTo(row.get(2));
      assertThat(row.get(2)).isLessThanOrEqualTo((i + 1) / 10.0);
      assertClose(row.subList(5, 7), mean[i], frequency[i]);
      total += row.get(3);
    }
    assertThat(total).isEqualTo(ROWS);
  }

  @Test
  void edgesBelongToTheBucketBelow() throws SQLException {
    Scored edges =
        new Scored("SELECT 'b' AS y, i / 10e0 AS p1 FROM range(11) AS r(i)", List.of("a", "b"));
    assertThat(rows(Calibration.sql(edges, 10, BucketStrategy.UNIFORM, dialect)))
        .extracting(row -> row.get(3))
        .containsExactly(2.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0);
  }

  @Test
  void quantileBucketsKeepEqualScoresTogether() throws SQLException {
    List<List<Double>> rows = rows(Calibration.sql(BINARY, 5, BucketStrategy.QUANTILE, dialect));
    assertThat(rows).hasSize(5);
    for (List<Double> row : rows) {
      assertThat(row.get(3)).isBetween(85.0, 115.0); // a score has 12 or 13 of 500 rows
    }
    for (int i = 1; i < rows.size(); i++) {
      assertThat(rows.get(i).get(1)).isGreaterThan(rows.get(i - 1).get(2));
    }
  }

  /** Against every row written out, a tie's positives shared among its rows. */
  @Test
  void lift() throws SQLException {
    List<List<Double>> byScore =
        rows(
            "SELECT p1, count(*), count(*) FILTER (WHERE y = 'b') FROM (%s) GROUP BY p1 ORDER BY 1 DESC"
                .formatted(BINARY.sql()));
    double[] share = new double[ROWS];
    double[] score = new double[ROWS];
    int at = 0;
    for (List<Double> group : byScore) {
      for (int i = 0; i < group.get(1); i++) {
        share[at] = group.get(2) / group.get(1);
        score[at++] = group.get(0);
      }
    }
    List<List<Double>> rows = rows(Lift.sql(BINARY, 8, dialect));
    assertThat(rows).hasSize(8);
    double found = 0;
    int taken = 0;
    for (int bucket = 1; bucket <= 8; bucket++) {
      int end = (int) Math.round(ROWS * bucket / 8.0);
      double here = 0;
      for (int i = taken; i < end; i++) {
        here += share[i];
      }
      found += here;
      int n = end - taken;
      assertClose(
          rows.get(bucket - 1),
          bucket,
          score[end - 1],
          n,
          here,
          here / n,
          here / n / 0.45,
          end,
          found,
          found / 225,
          found / end / 0.45);
      taken = end;
    }
  }

  @Test
  void fewRowsHaveFewBuckets() throws SQLException {
    Scored three =
        new Scored(
            "SELECT *, 'a' AS prediction FROM (VALUES ('b', 0.9e0), ('a', 0.5e0), ('a', 0.1e0)) AS"
                + " v(y, p1)",
            List.of("a", "b"));
    assertThat(rows(Lift.sql(three, 10, dialect)))
        .extracting(row -> row.get(2))
        .containsExactly(1.0, 1.0, 1.0);
  }

  @Test
  void noRowsHaveNoPoints() throws SQLException {
    Scored none = new Scored(BINARY.sql() + " WHERE FALSE", BINARY.classes());
    assertThat(rows(BinaryCurves.roc(none, List.of(0.5), dialect))).isEmpty();
    assertThat(rows(BinaryCurves.precisionRecall(none, List.of(), dialect))).isEmpty();
    assertThat(rows(Lift.sql(none, 10, dialect))).isEmpty();
    assertThat(rows(Calibration.sql(none, 10, BucketStrategy.QUANTILE, dialect))).isEmpty();
  }

  @Test
  void rowsOfOneClassHaveNoLift() throws SQLException {
    Scored negatives =
        new Scored(
            "SELECT 'a' AS y, 'a' AS prediction, i / 10e0 AS p1 FROM range(10) AS r(i)",
            List.of("a", "b"));
    List<List<Object>> rows = session.rows(Lift.sql(negatives, 2, dialect));
    assertThat(rows).hasSize(2);
    assertThat(rows.getFirst().get(5)).isNull();
    assertThat(rows.getFirst().get(8)).isEqualTo(0.0);
  }
}
