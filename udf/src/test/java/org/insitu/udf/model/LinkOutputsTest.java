/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.model.LinearPredictor.Term;
import org.insitu.udf.sql.DuckDbDialect;
import org.insitu.udf.sql.SqlWriter;
import org.insitu.udf.sql.TestingDuckDb;
import org.insitu.udf.sql.TreeForm;
import org.junit.jupiter.api.Test;

/**
 * Means and probabilities of each link to 1e-12 of themselves, by DuckDB; {@code ModelParityTest}
 * holds the kernels to the same. The values are mpmath's at 40 digits: {@code erfc(s / sqrt(2)) /
 * 2} and {@code -expm1(-exp(s))}.
 */
class LinkOutputsTest {
  private static final Percentage TWELVE_DIGITS = Percentage.withPercentage(1e-10);

  /** A score, the probability beyond it, the one up to it. */
  private static final double[][] PROBIT = {
    {-37, 1.0, 5.725571222524577e-300},
    {-20, 1.0, 2.7536241186062337e-89},
    {-8.5, 1.0, 9.479534822203318e-18},
    {-5.3, 0.9999999420986596, 5.790134039964589e-08},
    {-3, 0.9986501019683699, 0.0013498980316300946},
    {-1, 0.8413447460685429, 0.15865525393145705},
    {-1e-3, 0.500398942213911, 0.49960105778608893},
    {0, 0.5, 0.5},
    {0.5, 0.3085375387259869, 0.6914624612740131},
    {2, 0.02275013194817921, 0.9772498680518208},
    {5.3, 5.790134039964589e-08, 0.9999999420986596},
    {8.5, 9.479534822203318e-18, 1.0},
    {37, 5.725571222524577e-300, 1.0},
  };

  private static final double[][] CLOGLOG = {
    {-700, 1.0, 9.85967654375977e-305},
    {-40, 1.0, 4.248354255291589e-18},
    {-20, 0.9999999979388464, 2.061153620314381e-09},
    {-3, 0.9514319929004534, 0.04856800709954659},
    {-0.7, 0.6086053178044064, 0.3913946821955936},
    {-0.69, 0.6055754784158153, 0.3944245215841847},
    {0, 0.36787944117144233, 0.6321205588285577},
    {1, 0.06598803584531254, 0.9340119641546875},
    {3, 1.8921786948382924e-09, 0.9999999981078213},
    {6, 6.210136486566067e-176, 1.0},
  };

  private static ModelFunction.GeneralizedLinear model(Link link, Label label) {
    return new ModelFunction.GeneralizedLinear(
        List.of(new Feature.Numeric("x", ValueType.DOUBLE, 0, 1)),
        label,
        link,
        new LinearPredictor(0, List.of(new Term.Slope(1))));
  }

  private static List<Object> run(ModelFunction model, double score) {
    String row = "SELECT CAST(" + new DuckDbDialect().number(score) + " AS DOUBLE) AS x";
    try (TestingDuckDb duckDb = new TestingDuckDb()) {
      String sql =
          new SqlWriter(new DuckDbDialect(), TreeForm.CALL)
              .select(
                  ModelPrograms.of(model, new PredictOptions(0.5, true)), row, List.of(), Map.of())
              .sql();
      return duckDb.query(sql).getFirst();
    }
  }

  private static void classes(Link link, double[][] expected) {
    Label label = new Label("y", ValueType.BOOLEAN, List.of("false", "true"));
    for (double[] row : expected) {
      List<Object> found = run(model(link, label), row[0]);
      assertThat(found.getFirst()).as("s = %s", row[0]).isEqualTo(row[2] > 0.5);
      assertThat((Double) found.get(2)).as("p0 at %s", row[0]).isCloseTo(row[1], TWELVE_DIGITS);
      assertThat((Double) found.get(3)).as("p1 at %s", row[0]).isCloseTo(row[2], TWELVE_DIGITS);
    }
  }

  @Test
  void probitIsTheNormalDistribution() {
    classes(Link.PROBIT, PROBIT);
  }

  @Test
  void complementaryLogLogKeepsSmallProbabilities() {
    classes(Link.CLOGLOG, CLOGLOG);
  }

  @Test
  void meansOfNumbers() {
    Label label = new Label("y", ValueType.DOUBLE, List.of());
    for (double score : new double[] {-3.25, 0.125, 4}) {
      assertThat(run(model(Link.IDENTITY, label), score)).isEqualTo(List.of(score));
      assertThat((Double) run(model(Link.LOG, label), score).getFirst())
          .isCloseTo(Math.exp(score), TWELVE_DIGITS);
      assertThat(run(model(Link.INVERSE, label), score)).isEqualTo(List.of(1 / score));
    }
  }

  @Test
  void infiniteScoresAreCertain() {
    Label label = new Label("y", ValueType.BOOLEAN, List.of("false", "true"));
    for (Link link : List.of(Link.LOGIT, Link.PROBIT, Link.CLOGLOG)) {
      assertThat(run(model(link, label), Double.POSITIVE_INFINITY).subList(2, 4))
          .as(link.name())
          .isEqualTo(List.of(0.0, 1.0));
      assertThat(run(model(link, label), Double.NEGATIVE_INFINITY).subList(2, 4))
          .as(link.name())
          .isEqualTo(List.of(1.0, 0.0));
    }
  }

  @Test
  void aLinkFitsItsLabel() {
    Label number = new Label("y", ValueType.DOUBLE, List.of());
    Label classes = new Label("y", ValueType.BOOLEAN, List.of("false", "true"));
    assertThatThrownBy(() -> run(model(Link.PROBIT, number), 0)).hasMessageContaining("PROBIT");
    assertThatThrownBy(() -> run(model(Link.LOG, classes), 0)).hasMessageContaining("LOG");
  }
}
