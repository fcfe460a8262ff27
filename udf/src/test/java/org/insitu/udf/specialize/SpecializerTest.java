/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.specialize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.insitu.udf.expression.Expression.ComparisonOperator;
import org.insitu.udf.expression.Expression.Literal;
import org.insitu.udf.expression.Program;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.model.Feature;
import org.insitu.udf.model.Forest;
import org.insitu.udf.model.Label;
import org.insitu.udf.model.ModelFunction;
import org.insitu.udf.model.ModelPrograms;
import org.insitu.udf.model.Policies;
import org.insitu.udf.model.Policy;
import org.insitu.udf.model.PredictOptions;
import org.insitu.udf.model.TestingModels;
import org.insitu.udf.model.TestingPolicies;
import org.insitu.udf.sql.DuckDbDialect;
import org.insitu.udf.sql.SqlWriter;
import org.insitu.udf.sql.TestingDuckDb;
import org.insitu.udf.sql.TestingRows;
import org.insitu.udf.sql.TreeForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A smaller program answers the same, to the last bit, for the rows it was made for. */
class SpecializerTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;
  private static final SqlWriter WRITER =
      new SqlWriter(new DuckDbDialect(), TreeForm.inline(100_000));

  /** A predicate and what it says of the columns age and income, DOUBLE, and city. */
  private static final Map<String, Map<String, Domain>> PREDICATES =
      Map.of(
          "age > 40", Map.of("age", Domain.range(40, INFINITY, true)),
          "age BETWEEN 30 AND 41", Map.of("age", Domain.range(30, 41, false)),
          "income > 1250", Map.of("income", Domain.range(1250, INFINITY, true)),
          "income <= 1250.25", Map.of("income", Domain.range(-INFINITY, 1250.25, false)),
          "city = 'Graz'", Map.of("city", Domain.texts(Set.of("Graz"))),
          "city IN ('Graz', 'nowhere')", Map.of("city", Domain.texts(Set.of("Graz", "nowhere"))),
          "age < 35 AND income > 1300 AND city = 'nowhere'",
              Map.of(
                  "age", Domain.range(-INFINITY, 35, false),
                  "income", Domain.range(1300, INFINITY, true),
                  "city", Domain.texts(Set.of("nowhere"))));

  static List<ModelFunction> models() {
    return TestingModels.written();
  }

  @ParameterizedTest
  @MethodSource("models")
  void answersTheSameForTheRowsOfAPredicate(ModelFunction model) {
    Program whole = ModelPrograms.of(model, new PredictOptions(0.5, true));
    try (TestingDuckDb db = new TestingDuckDb()) {
      TestingRows.create(db, "DOUBLE", "DOUBLE", "VARCHAR");
      TestingRows.addExtremes(db);
      PREDICATES.forEach(
          (predicate, domains) -> {
            Program smaller = Specializer.specialize(whole, domains);
            String rows = "SELECT * FROM people WHERE " + predicate + " ORDER BY id";
            assertThat(answers(db, smaller, rows))
                .as(predicate)
                .isEqualTo(answers(db, whole, rows));
          });
    }
  }

  @Test
  void leavesOutWhatNoRowReaches() {
    ModelFunction.BoostedTrees model = TestingModels.boostedRegression();
    Program whole = ModelPrograms.of(model, PredictOptions.DEFAULTS);
    Map<String, Domain> ages = Map.of("age", Domain.range(30, 41, false));
    assertThat(text(Specializer.specialize(whole, ages)).length()).isLessThan(text(whole).length());
  }

  @Test
  void keepsTheBranchOfAMissingValueThatALowerBoundLetsThrough() {
    Forest tree =
        new Forest(
            1,
            new int[] {0},
            new int[] {0, -1, -1},
            new float[] {10, 0, 0},
            new int[] {1, -1, -1},
            new int[] {2, -1, -1},
            new boolean[] {true, false, false},
            new double[] {0, 1, 2},
            new double[3],
            new double[3],
            0);
    assertThat(ForestPruner.prune(tree, List.of(Domain.range(10, INFINITY, true)))).isSameAs(tree);
    assertThat(ForestPruner.prune(tree, List.of(Domain.range(10, INFINITY, false))).nodes())
        .isOne();
    assertThat(ForestPruner.prune(tree, List.of(Domain.range(-INFINITY, 9, true))).nodes()).isOne();
    assertThat(ForestPruner.prune(tree, List.of(Domain.range(-INFINITY, 10, false))))
        .isSameAs(tree);
  }

  @Test
  void changesNothingWhenNothingIsKnown() {
    for (ModelFunction model :
        List.of(TestingModels.linear(), TestingModels.binary(), TestingModels.multinomial())) {
      Program whole = ModelPrograms.of(model, PredictOptions.DEFAULTS);
      assertThat(Specializer.specialize(whole, Map.of())).isEqualTo(whole);
    }
  }

  /** The thresholds are probabilities of rows, where rounding could decide. */
  @Test
  void comparesAProbabilityAsItsScore() {
    Program whole = ModelPrograms.of(TestingModels.binary(), new PredictOptions(0.5, true));
    try (TestingDuckDb db = new TestingDuckDb()) {
      TestingRows.create(db, "DOUBLE", "DOUBLE", "VARCHAR");
      TestingRows.addExtremes(db);
      String rows = "SELECT * FROM people ORDER BY id";
      for (int output : new int[] {2, 3}) {
        String name = whole.outputs().get(output).name();
        List<Double> thresholds = new ArrayList<>(List.of(1e-5, 0.5, 0.999));
        for (List<Object> row : answers(db, whole.only(List.of(name)), rows + " LIMIT 40")) {
          thresholds.add((Double) row.getFirst());
        }
        for (double threshold : thresholds) {
          if (threshold > 1e-6 && threshold < 1 - 1e-6) {
            check(db, whole, name, threshold, rows);
          }
        }
      }
    }
  }

  private static void check(
      TestingDuckDb db, Program whole, String output, double threshold, String rows) {
    for (ComparisonOperator operator :
        List.of(
            ComparisonOperator.GREATER,
            ComparisonOperator.GREATER_OR_EQUAL,
            ComparisonOperator.LESS,
            ComparisonOperator.LESS_OR_EQUAL)) {
      Program with = OutputComparison.add(whole, output, operator, Literal.of(threshold), "__test");
      assertThat(with).isNotSameAs(whole);
      List<List<Object>> compared = answers(db, with.only(List.of("__test")), rows);
      List<List<Object>> probabilities = answers(db, whole.only(List.of(output)), rows);
      for (int i = 0; i < compared.size(); i++) {
        double p = (Double) probabilities.get(i).getFirst();
        boolean expected =
            switch (operator) {
              case GREATER -> p > threshold;
              case GREATER_OR_EQUAL -> p >= threshold;
              case LESS -> p < threshold;
              case LESS_OR_EQUAL -> p <= threshold;
              case EQUAL, NOT_EQUAL -> throw new AssertionError(operator);
            };
        assertThat(compared.get(i).getFirst())
            .as("%s %s %s", p, operator, threshold)
            .isEqualTo(expected);
      }
    }
  }

  @Test
  void comparesAClassBeforeItIsAText() {
    Program whole = ModelPrograms.of(TestingModels.binary(), PredictOptions.DEFAULTS);
    Program with =
        OutputComparison.add(
            whole, "predicted_buys", ComparisonOperator.EQUAL, Literal.of("yes"), "__test");
    try (TestingDuckDb db = new TestingDuckDb()) {
      TestingRows.create(db, "DOUBLE", "DOUBLE", "VARCHAR");
      for (List<Object> row :
          answers(db, with.only(List.of("predicted_buys", "__test")), "SELECT * FROM people")) {
        assertThat(row.get(1)).isEqualTo(row.get(0).equals("yes"));
      }
    }
  }

  /** A prediction that is withheld is neither equal nor unequal. */
  @Test
  void comparesWhatMayBeWithheld() {
    Program whole =
        ModelPrograms.of(
            TestingPolicies.all(TestingModels.binary(), Policy.NULL), PredictOptions.DEFAULTS);
    for (ComparisonOperator operator :
        List.of(ComparisonOperator.EQUAL, ComparisonOperator.NOT_EQUAL)) {
      Program with =
          OutputComparison.add(whole, "predicted_buys", operator, Literal.of("yes"), "__test");
      assertThat(with).isNotSameAs(whole);
      try (TestingDuckDb db = new TestingDuckDb()) {
        TestingRows.create(db, "DOUBLE", "DOUBLE", "VARCHAR");
        List<List<Object>> rows =
            answers(db, with.only(List.of("predicted_buys", "__test")), "SELECT * FROM people");
        assertThat(rows).anyMatch(row -> row.get(0) == null).anyMatch(row -> row.get(0) != null);
        for (List<Object> row : rows) {
          boolean equal = "yes".equals(row.get(0));
          assertThat(row.get(1))
              .isEqualTo(
                  row.get(0) == null ? null : equal == (operator == ComparisonOperator.EQUAL));
        }
      }
    }
  }

  @Test
  void leavesOutPoliciesOfWhatCannotBe() {
    Program whole =
        ModelPrograms.of(
            TestingPolicies.only(
                TestingModels.linear(),
                "age",
                new Policies(Policy.ERROR, Policy.DEFAULT, Optional.empty())),
            PredictOptions.DEFAULTS);
    Program smaller = Specializer.specialize(whole, Map.of("age", Domain.range(0, 99, false)));
    assertThat(text(whole)).contains("error(");
    assertThat(text(smaller)).doesNotContain("error(");
  }

  @Test
  void hasNoCheaperFormForARegression() {
    ModelFunction.LinearRegression model =
        new ModelFunction.LinearRegression(
            List.of(new Feature.Numeric("age", ValueType.BIGINT, 40, 1)),
            new Label("y", ValueType.DOUBLE, List.of()),
            new org.insitu.udf.model.LinearPredictor(
                1, List.of(new org.insitu.udf.model.LinearPredictor.Term.Slope(2))));
    Program whole = ModelPrograms.of(model, PredictOptions.DEFAULTS);
    assertThat(
            OutputComparison.add(
                whole, "predicted_y", ComparisonOperator.GREATER, Literal.of(1.0), "__test"))
        .isSameAs(whole);
  }

  private static List<List<Object>> answers(TestingDuckDb db, Program program, String rows) {
    return db.query(WRITER.select(program, rows, List.of(), Map.of()).sql());
  }

  private static String text(Program program) {
    return WRITER.select(program, "SELECT * FROM people", List.of(), Map.of()).sql();
  }
}
