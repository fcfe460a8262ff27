/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.insitu.executor.fit.TestingRows;
import org.insitu.executor.fit.rows.Source;
import org.insitu.udf.model.Link;
import org.insitu.udf.sql.DuckDbDialect;
import org.insitu.udf.sql.SqlDialect;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a loss says of a row in Java it says in SQL: rows far out, near the mean and without a mean.
 */
class LossFormulasTest {
  private static final double WEIGHT = 2.5;

  /** SQL has no log1p: just above where series end, four of the sixteen digits cancel. */
  private static final double TOLERANCE = 1e-11;

  private static final double[] SCORES = {
    -800, -40, -8.5, -3, -1, -0.25, -1e-3, -1e-9, 0, 1e-9, 1e-3, 0.1, 0.5, 1, 1.001, 3, 8.5, 40, 800
  };
  private static final List<Double> NUMBERS =
      List.of(1e-9, 1e-3, 0.5, 1.0, 1 + 1e-9, 1.005, 2.0, 2.75, 100.0, 1e6);

  /** A loss, and labels that it takes. */
  record Case(SqlLoss loss, List<? extends Number> labels) {
    @Override
    public String toString() {
      return loss.toString();
    }
  }

  static Stream<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (Link link : List.of(Link.IDENTITY, Link.LOG, Link.INVERSE)) {
      for (Distribution distribution :
          List.of(Distribution.GAUSSIAN, Distribution.POISSON, Distribution.GAMMA)) {
        List<Double> labels = new ArrayList<>(NUMBERS);
        if (distribution != Distribution.GAMMA) {
          labels.add(0.0);
        }
        cases.add(new Case(new MeanLoss(distribution, link), labels));
        if (link != Link.INVERSE || distribution != Distribution.POISSON) {
          cases.add(new Case(new FirstLoss(distribution, link, 2), labels));
        }
      }
    }
    for (Link link : List.of(Link.LOGIT, Link.PROBIT, Link.CLOGLOG)) {
      cases.add(new Case(new ClassLoss(link, true), List.of(0, 1)));
      cases.add(new Case(new ClassLoss(link, false), List.of(0, 1)));
    }
    cases.add(new Case(new HingeLoss(1), List.of(0, 1, 2)));
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void sayTheSameInSql(Case tried) {
    SqlDialect dialect = new DuckDbDialect();
    List<double[]> rows = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (Number label : tried.labels()) {
      for (double score : SCORES) {
        rows.add(new double[] {score, label.doubleValue()});
        String y =
            label instanceof Integer ? label.toString() : dialect.number(label.doubleValue());
        values.add("(%d, %s, %s)".formatted(values.size(), dialect.number(score), y));
      }
    }
    try (TestingRows warehouse = new TestingRows()) {
      Source layer =
          warehouse.source(
              "SELECT * FROM (VALUES %s) AS v(i, s0, y)".formatted(String.join(", ", values)));
      for (List<String> next : tried.loss().layers(dialect.number(WEIGHT), dialect)) {
        layer = layer.withSql(layer.select(next));
      }
      List<List<Object>> said =
          warehouse.rows(layer.select(List.of("loss", "r0", "w0_0", "i")) + " ORDER BY i");
      assertThat(said).hasSameSizeAs(rows);
      for (int i = 0; i < rows.size(); i++) {
        assertSame(tried.loss(), rows.get(i)[0], rows.get(i)[1], said.get(i));
      }
    }
  }

  private static void assertSame(SqlLoss loss, double score, double label, List<Object> said) {
    double[] residual = new double[1];
    double[] curvature = new double[1];
    var row =
        new RowLoss.Rows(1, new double[] {score}, new double[] {label}, new double[] {WEIGHT});
    double lost = loss.judge(row, residual, curvature);
    String where = "score %s, label %s".formatted(score, label);
    if (lost == Double.POSITIVE_INFINITY) {
      assertThat(said.getFirst()).as(where).isEqualTo(Double.POSITIVE_INFINITY);
      return;
    }
    assertClose((Double) said.get(0), lost, where + ", loss");
    assertClose((Double) said.get(1), residual[0], where + ", residual");
    assertClose((Double) said.get(2), curvature[0], where + ", curvature");
  }

  private static void assertClose(double actual, double expected, String where) {
    if (Double.isFinite(expected)) {
      assertThat(actual)
          .as(where)
          .isCloseTo(expected, within(TOLERANCE * Math.abs(expected) + 1e-300));
    } else {
      assertThat(actual).as(where).isEqualTo(expected);
    }
  }
}
