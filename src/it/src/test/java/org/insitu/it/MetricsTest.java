/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import org.insitu.it.testing.TestingSession;
import org.insitu.planner.evaluate.BinaryCurves;
import org.insitu.planner.evaluate.ClassificationMetrics;
import org.insitu.planner.evaluate.RegressionMetrics;
import org.insitu.planner.evaluate.Scored;
import org.insitu.udf.sql.DuckDbDialect;
import org.insitu.udf.sql.SqlDialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The metric queries against the definitions of the metrics, written out row by row and pair by
 * pair; the first against values worked out by hand.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetricsTest {
  private final SqlDialect dialect = new DuckDbDialect();
  @RegisterExtension final TestingSession session = new TestingSession();

  private List<Double> only(String sql) throws SQLException {
    List<List<Object>> rows = session.rows(sql);
    assertThat(rows).hasSize(1);
    return rows.getFirst().stream()
        .map(v -> v == null ? null : ((Number) v).doubleValue())
        .toList();
  }

  private static String values(List<String> rows, String columns) {
    return "SELECT * FROM (VALUES " + String.join(", ", rows) + ") AS v(" + columns + ")";
  }

  @Test
  void twoClassesByHand() throws SQLException {
    double[] p = {0.9, 0.8, 0.8, 0.6, 0.4, 0.4, 0.3, 0.1};
    String[] y = {"b", "a", "b", "b", "a", "a", "b", "a"};
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < p.length; i++) {
      rows.add(
          "('%s', '%s', %s, %s)".formatted(y[i], p[i] > 0.5 ? "b" : "a", 1 - p[i], p[i] + "e0"));
    }
    rows.add("(NULL, 'a', 0.5, 0.5e0)"); // a row without a label does not count
    Scored scored = new Scored(values(rows, "y, prediction, p0, p1"), List.of("a", "b"));
    double loss = 0;
    for (int i = 0; i < p.length; i++) {
      loss -= Math.log(y[i].equals("b") ? p[i] : 1 - p[i]) / p.length;
    }
    // TP 3, FP 1, FN 1, TN 3; of 16 pairs 11 in order and one tie.
    assertThat(only(ClassificationMetrics.evaluate(scored, dialect)))
        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : 1)
        .containsExactly(0.75, 0.75, 0.75, 0.75, loss, 11.5 / 16);
    assertThat(
            session.rows(
                ClassificationMetrics.confusionMatrix(
                    scored, List.of("a", "b"), "VARCHAR", dialect)))
        .isEqualTo(List.of(List.of("a", 3L, 1L), List.of("b", 1L, 3L)));
    assertThat(session.rows(BinaryCurves.roc(scored, List.of(0.5, 0.0), dialect)))
        .isEqualTo(
            List.of(
                List.of(0.5, 0.75, 0.25, 3L, 1L, 3L, 1L), List.of(0.0, 1.0, 1.0, 4L, 4L, 0L, 0L)));
  }

  @Test
  void groupsThatAreKeptAreNotMadeAgain() throws SQLException {
    Scored scored =
        new Scored(
            values(
                List.of("('b', 'b', 0.1e0, 0.9e0)", "('a', 'b', 0.4e0, 0.6e0)", "('a', 'a', 1, 0)"),
                "y, prediction, p0, p1"),
            List.of("a", "b"));
    String groups = ClassificationMetrics.groups(scored, 10, dialect);
    Scored kept = new Scored("no rows to read", scored.classes(), Optional.of(groups));
    assertThat(only(ClassificationMetrics.evaluate(kept, dialect)))
        .isEqualTo(only(ClassificationMetrics.evaluate(scored, dialect)));
    List<List<Object>> curve = session.rows(BinaryCurves.roc(kept, List.of(), dialect));
    assertThat(curve)
        .hasSize(3)
        .isEqualTo(session.rows(BinaryCurves.roc(scored, List.of(), dialect)));
  }

  @Test
  void theDefaultCurveHasTheScoresOwnPoints() throws SQLException {
    List<String> rows = new ArrayList<>();
    Random random = new Random(1);
    int[] positives = new int[10];
    for (int i = 0; i < 400; i++) {
      int score = random.nextInt(10);
      boolean positive = random.nextInt(10) < score;
      positives[score] += positive ? 1 : 0;
      rows.add("('%s', 'a', 0, %de-1)".formatted(positive ? "b" : "a", score));
    }
    Scored scored = new Scored(values(rows, "y, prediction, p0, p1"), List.of("a", "b"));
    List<List<Object>> curve = session.rows(BinaryCurves.roc(scored, List.of(), dialect));
    assertThat(curve).hasSize(10);
    long above = 0;
    for (int i = 0; i < 10; i++) {
      assertThat(curve.get(i).get(3)).isEqualTo(above);
      above += positives[9 - i];
    }
  }

  /**
   * Thresholds are the scores of the rows 1, n / 100, 2 n / 100, ..., each with its exact counts.
   */
  @Test
  void theDefaultCurveGoesThroughPercentilesOfTheRows() throws SQLException {
    int n = 2350;
    Random random = new Random(3);
    double[] p = new double[n];
    boolean[] positive = new boolean[n];
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      // Many rows share low scores, high ones have one each.
      p[i] = random.nextInt(3) == 0 ? random.nextInt(4) / 8.0 : 0.5 + random.nextDouble() / 2;
      positive[i] = random.nextDouble() < p[i];
      rows.add("('%s', 'a', %s)".formatted(positive[i] ? "b" : "a", dialect.number(p[i])));
    }
    double[] sorted = Arrays.stream(p).sorted().toArray();
    List<Double> expected =
        IntStream.rangeClosed(0, 100)
            .mapToObj(i -> sorted[Math.max(1, (int) Math.ceil(n * i / 100.0)) - 1])
            .distinct()
            .sorted(Comparator.reverseOrder())
            .toList();
    Scored scored = new Scored(values(rows, "y, prediction, p1"), List.of("a", "b"));
    List<List<Object>> curve = session.rows(BinaryCurves.roc(scored, List.of(), dialect));
    assertThat(curve).extracting(List::getFirst).isEqualTo(expected);
    for (List<Object> point : curve) {
      double threshold = (double) point.getFirst();
      assertThat(point.get(3))
          .isEqualTo(IntStream.range(0, n).filter(i -> p[i] > threshold && positive[i]).count());
      assertThat(point.get(4))
          .isEqualTo(IntStream.range(0, n).filter(i -> p[i] > threshold && !positive[i]).count());
    }
    assertThat(session.rows(BinaryCurves.roc(scored, expected, dialect))).isEqualTo(curve);
  }

  /** Pairs in order are counted to the last one, here with whole numbers from the tied scores. */
  @Test
  void theAreaOfMillionsOfRowsIsExact() throws SQLException {
    session.run(
        "CREATE TABLE millions AS SELECT CASE WHEN hash(2 * i) % 3 = 0 THEN 'b' ELSE 'a' END AS y,"
            + " 'a' AS prediction, (hash(2 * i + 1) % 1000003) / 1000003e0 AS p1"
            + " FROM range(3000000) AS r(i)");
    String pairs =
        """
        SELECT CAST(sum(a * (2 * above + b)) AS DOUBLE) / 2 / (sum(a) * sum(b)) FROM (
          SELECT a, b, sum(b) OVER (ORDER BY p1 DESC) - b AS above FROM (
            SELECT p1, count(*) FILTER (WHERE y = 'a')::HUGEINT AS a,
              count(*) FILTER (WHERE y = 'b')::HUGEINT AS b FROM millions GROUP BY p1))\
        """;
    Scored scored = new Scored("SELECT * FROM millions", List.of("a", "b"));
    double area = only(ClassificationMetrics.evaluate(scored, dialect)).getLast();
    assertThat(area).isEqualTo(only(pairs).getFirst());
    Scored kept =
        new Scored(
            "no rows to read",
            scored.classes(),
            Optional.of(ClassificationMetrics.groups(scored, 10, dialect)));
    assertThat(only(ClassificationMetrics.evaluate(kept, dialect)).getLast()).isEqualTo(area);
  }

  @Test
  void aCurveTakesThousandsOfThresholds() throws SQLException {
    Scored scored =
        new Scored(
            "SELECT CASE WHEN i % 3 = 0 THEN 'b' ELSE 'a' END AS y, i / 3000e0 AS p1"
                + " FROM range(3000) AS r(i)",
            List.of("a", "b"));
    List<Double> thresholds = IntStream.range(0, 3000).mapToObj(i -> i / 3000.0).toList();
    List<List<Object>> curve = session.rows(BinaryCurves.roc(scored, thresholds, dialect));
    assertThat(curve).hasSize(3000);
    assertThat(curve.get(1500).subList(3, 5)).isEqualTo(List.of(500L, 1000L));
  }

  /** A label that the model does not know counts as a wrong prediction, of whatever type it is. */
  @Test
  void textInPlaceOfAWholeNumberIsAnUnknownLabel() throws SQLException {
    session.run(
        "CREATE TABLE whole AS SELECT i / 10.0 AS x, CAST(i % 7 > 2 AS INTEGER) AS y"
            + " FROM range(60) AS r(i)",
        "CREATE MODEL whole_numbers OPTIONS (MODEL_TYPE = 'LOGISTIC_REG',"
            + " INPUT_LABEL_COLS = ['y'], DATA_SPLIT_METHOD = 'NO_SPLIT') AS SELECT * FROM whole");
    assertThat(
            only(
                "SELECT accuracy, recall FROM ML.EVALUATE(MODEL whole_numbers,"
                    + " (SELECT x, 'l' || y AS y FROM whole))"))
        .containsExactly(0.0, 0.0);
  }

  @Test
  void threeClassesByDefinition() throws SQLException {
    Random random = new Random(7);
    int n = 300;
    int[] y = new int[n];
    double[][] p = new double[n][3];
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      y[i] = random.nextInt(3);
      double total = 0;
      for (int k = 0; k < 3; k++) {
        p[i][k] = 1 + random.nextInt(6) + (k == y[i] ? 2 : 0); // few values: many ties
        total += p[i][k];
      }
      StringJoiner row = new StringJoiner(", ", "(", ")");
      row.add("'c" + y[i] + "'");
      for (int k = 0; k < 3; k++) {
        p[i][k] /= total;
      }
      row.add("'c" + argmax(p[i]) + "'");
      for (int k = 0; k < 3; k++) {
        row.add(dialect.number(p[i][k]));
      }
      rows.add(row.toString());
    }
    List<Double> actual =
        only(
            ClassificationMetrics.evaluate(
                new Scored(values(rows, "y, prediction, p0, p1, p2"), List.of("c0", "c1", "c2")),
                dialect));
    double precision = 0;
    double recall = 0;
    double f1 = 0;
    double auc = 0;
    double right = 0;
    double loss = 0;
    for (int i = 0; i < n; i++) {
      right += y[i] == argmax(p[i]) ? 1 : 0;
      loss -= Math.log(p[i][y[i]]);
    }
    for (int k = 0; k < 3; k++) {
      double tp = 0;
      double said = 0;
      double seen = 0;
      double pairs = 0;
      double inOrder = 0;
      for (int i = 0; i < n; i++) {
        tp += y[i] == k && argmax(p[i]) == k ? 1 : 0;
        said += argmax(p[i]) == k ? 1 : 0;
        seen += y[i] == k ? 1 : 0;
        for (int j = 0; j < n; j++) {
          if (y[i] == k && y[j] != k) {
            pairs++;
            inOrder += p[i][k] > p[j][k] ? 1 : p[i][k] == p[j][k] ? 0.5 : 0;
          }
        }
      }
      precision += tp / said / 3;
      recall += tp / seen / 3;
      f1 += 2 * tp / (said + seen) / 3;
      auc += inOrder / pairs / 3;
    }
    double[] expected = {precision, recall, right / n, f1, loss / n, auc};
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual.get(i)).as("metric " + i).isCloseTo(expected[i], within(1e-12));
    }
  }

  /**
   * What a fit counts of scores sent to it is what the warehouse ranks, of rows it never saw, ties,
   * a class that is not there and one that the model does not know.
   */
  @Test
  void theAreaOfSeveralClassesIsThatOfTheWarehouse() throws SQLException {
    session.run(
        "CREATE TABLE several AS SELECT hash(i) % 97 / 10e0 + (i % 4) AS x, hash(2 * i) % 5 AS z,"
            + " CASE WHEN i % 19 = 0 THEN NULL ELSE 'l' || (hash(3 * i) % 3 + i % 4) END AS c,"
            + " 'k' || (i % 4) AS y, i % 10 = 9 AS held FROM range(30000) AS r(i)",
        "UPDATE several SET y = 'new' WHERE held AND x < 1",
        "DELETE FROM several WHERE held AND y = 'k2'");
    for (String execution : List.of("auto", "warehouse", "local")) {
      List<List<Object>> fit =
          session.rows(
              """
              CREATE OR REPLACE MODEL several_%1$s OPTIONS (MODEL_TYPE = 'NAIVE_BAYES',
                INPUT_LABEL_COLS = ['y'], DATA_SPLIT_METHOD = 'CUSTOM', DATA_SPLIT_COL = 'held',
                execution = '%1$s') AS SELECT * FROM several\
              """
                  .formatted(execution));
      List<Double> kept = only("SELECT * FROM ML.EVALUATE(MODEL several_%s)".formatted(execution));
      List<Double> ranked =
          only(
              "SELECT * FROM ML.EVALUATE(MODEL several_%s, (SELECT * FROM several WHERE held))"
                  .formatted(execution));
      assertThat(kept.getLast()).isBetween(0.5, 1.0);
      for (int i = 0; i < kept.size(); i++) {
        assertThat(kept.get(i)).as(execution).isCloseTo(ranked.get(i), within(1e-14));
      }
      long moved = ((Number) fit.getFirst().getLast()).longValue();
      assertThat(moved == 0).as(execution).isEqualTo(execution.equals("warehouse"));
    }
  }

  private static int argmax(double[] p) {
    int best = 0;
    for (int k = 1; k < p.length; k++) {
      best = p[k] > p[best] ? k : best;
    }
    return best;
  }

  @Test
  void regressionByHand() throws SQLException {
    // e = -1, 1, 2, 0; y has mean 4 and variance 5.
    Scored scored =
        new Scored(
            values(
                List.of("(1e0, 2e0)", "(3e0, 2e0)", "(5e0, 3e0)", "(7e0, 7e0)", "(NULL, 1e0)"),
                "y, prediction"),
            List.of());
    double msle =
        (Math.pow(Math.log(2.0 / 3), 2)
                + Math.pow(Math.log(4.0 / 3), 2)
                + Math.pow(Math.log(6.0 / 4), 2))
            / 4;
    assertThat(only(RegressionMetrics.sql(scored)))
        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : 1)
        .containsExactly(1.0, 1.5, msle, 1.0, 1 - 1.5 / 5, 1 - 1.25 / 5);
  }

  @Test
  void constantLabelHasNoRSquared() throws SQLException {
    Scored scored =
        new Scored(values(List.of("(2e0, 2e0)", "(2e0, 3e0)"), "y, prediction"), List.of());
    List<Double> metrics = only(RegressionMetrics.sql(scored));
    assertThat(metrics.get(4)).isNull();
    assertThat(metrics.get(5)).isNull();
    assertThat(metrics.get(0)).isEqualTo(0.5);
  }
}
