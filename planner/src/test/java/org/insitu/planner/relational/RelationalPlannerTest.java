/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.relational;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import org.insitu.planner.relational.RelationalPlanner.Attempt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a statement is written anew, and that it keeps its text otherwise. */
class RelationalPlannerTest {
  private final TestingPlans plans = new TestingPlans();

  private RelationalPlan better(String sql) {
    return assertThat(plans.attempt(sql)).asInstanceOf(type(Attempt.Better.class)).actual().plan();
  }

  @Test
  void writesAnewWhatSparesTheModelsWork() {
    RelationalPlan plan =
        plansOf("order_id", "p")
            .better(
                "SELECT o.order_id, PREDICT(spend) AS p FROM orders o"
                    + " JOIN customers c ON o.customer_id = c.id");
    assertThat(plan.rules()).contains("PredictBelowJoin");
    assertThat(plan.writtenCost() / plan.cost()).isEqualTo(50);
    assertThat(plan.sql().sql())
        .isEqualTo(
            """
            SELECT "orders"."order_id", "__q1"."__m1_0" AS "p"
            FROM "orders"
            INNER JOIN (
            SELECT "id", "age", "income", "region", (1.0E0 + (2.0E0 * "__f0") + (3.0E0 * "__f1") \
            + CASE "__f2" WHEN 'EU' THEN 4.0E0 WHEN 'US' THEN 5.0E0 ELSE 0.0E0 END) AS "__m1_0"
            FROM (
            SELECT "id", "age", "income", "region", COALESCE(CAST("age" AS DOUBLE), 40.0E0) AS \
            "__f0", CASE WHEN ("income" IS NULL OR isnan("income")) THEN 50.0E0 ELSE "income" END \
            AS "__f1", "region" AS "__f2"
            FROM (
            SELECT *
            FROM "customers"
            ) AS "__source"
            ) AS "__layer1"
            ) AS "__q1" ON "orders"."customer_id" = "__q1"."id\"\
            """);
  }

  @Test
  void keepsTheOrderAndTheNamesOfTheAnswer() {
    RelationalPlan plan =
        plansOf("Id", "predicted risk")
            .better(
                "SELECT id AS \"Id\", PREDICT(risk) AS \"predicted risk\" FROM customers"
                    + " WHERE age > 70 ORDER BY id LIMIT 3");
    assertThat(plan.tree()).contains("fetch=[3]");
    assertThat(plan.sql().sql())
        .startsWith("SELECT \"id\" AS \"Id\", \"__m1_0\" AS \"predicted risk\"")
        .endsWith("ORDER BY \"id\"");
  }

  @Test
  void keepsWhatStandsBeforeTheQuery() {
    RelationalPlan plan =
        plansOf("r")
            .better(
                "CREATE TABLE scored AS SELECT PREDICT(risk) AS r FROM customers WHERE age < 20");
    assertThat(plan.sql().sql()).startsWith("CREATE TABLE scored AS SELECT \"__m1_0\" AS \"r\"");
  }

  @Test
  void keepsTheTextWhenNothingIsSpared() {
    assertThat(plans.attempt("SELECT id, PREDICT(spend) FROM customers"))
        .isEqualTo(new Attempt.AsWritten(List.of()));
  }

  @Test
  void keepsTheTextOfColumnsOfOneName() {
    plans.answering("id", "id");
    assertThat(plans.attempt("SELECT id, PREDICT(risk) AS id FROM customers WHERE age > 70"))
        .isEqualTo(new Attempt.Unfollowed("columns of one name keep their text"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT PREDICT(risk) / 2 FROM customers | '/' keeps its text",
        "SELECT CAST(PREDICT(risk) AS INTEGER) FROM customers | 'CAST' keeps its text",
        "SELECT PREDICT(risk), row_number() OVER () FROM customers | 'OVER' keeps its text",
        "SELECT PREDICT(risk) FROM customers WHERE id = ? | '?' keeps its text",
        "SELECT PREDICT(risk) FROM customers WHERE id IN (SELECT order_id FROM orders) | 'a"
            + " sub-query in an expression' keeps its text",
        "SELECT PREDICT(risk) FROM customers WHERE EXISTS (SELECT * FROM orders o WHERE"
            + " o.customer_id = id) | 'a sub-query in an expression' keeps its text",
        "SELECT id FROM customers WHERE PREDICT(risk) > 1 ORDER BY age | ORDER BY of what is not"
            + " selected keeps its text",
        "SELECT PREDICT(risk), strange(id) FROM customers | No match found for function signature"
            + " strange(<NUMERIC>)",
        "SELECT PREDICT(risk) FROM elsewhere | Object 'elsewhere' not found",
        "SELECT PREDICT(risk) FROM customers JOIN customers AS c USING (id) | a join by USING keeps"
            + " its text",
        "SELECT age * 2 AS twice, count(PREDICT(risk)) AS n FROM customers GROUP BY twice | Column"
            + " 'twice' not found in any table",
        "SELECT PREDICT(risk), TIMESTAMP '2020-01-01 00:00:00' FROM customers |"
            + " '2020-01-01 00:00:00' keeps its text",
        "CREATE VIEW v AS SELECT PREDICT(risk) FROM customers | a statement that begins with CREATE"
            + " keeps its text",
      })
  void saysWhyAQueryIsNotFollowed(String sql, String reason) {
    assertThat(plans.always(sql))
        .asInstanceOf(type(Attempt.Unfollowed.class))
        .extracting(Attempt.Unfollowed::reason)
        .isEqualTo(reason);
  }

  private RelationalPlannerTest plansOf(String... columns) {
    plans.answering(columns);
    return this;
  }
}
