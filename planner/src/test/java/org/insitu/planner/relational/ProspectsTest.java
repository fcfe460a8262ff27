/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.relational;

import static org.assertj.core.api.Assertions.assertThat;

import org.insitu.parser.InsituParser;
import org.insitu.parser.statement.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which statements are worth reading as nodes. */
class ProspectsTest {
  private static boolean of(String sql) {
    Statement.MlQuery query = (Statement.MlQuery) InsituParser.parse(sql, name -> false);
    return Prospects.of(query.sql(), new TestingPlans());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT id, PREDICT(spend) FROM customers",
        "SELECT id, PREDICT(spend), age FROM customers WHERE id = 5",
        "SELECT id, predicted_spend FROM ML.PREDICT(MODEL spend, TABLE customers) WHERE id = 5",
        "SELECT * FROM ML.PREDICT(MODEL churn, (SELECT id, age, income, region FROM customers),"
            + " STRUCT(0.5 AS threshold)) ORDER BY age, predicted_churned LIMIT 3"
      })
  void leavesALookUpAlone(String sql) {
    assertThat(of(sql)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT PREDICT(spend) FROM customers WHERE Age > 5",
        "SELECT PREDICT(spend) FROM customers WHERE \"age\" > 5",
        "SELECT id FROM customers WHERE PREDICT(spend) > 5",
        "SELECT id FROM ML.PREDICT(MODEL spend, TABLE customers) WHERE predicted_spend > 5",
        "SELECT id FROM ML.PREDICT(MODEL spend, (SELECT * FROM customers WHERE age > 5))",
        "SELECT PREDICT(spend), PREDICT(risk) FROM customers",
        "SELECT PREDICT(spend) FROM orders o JOIN customers c ON o.customer_id = c.id",
        "SELECT PREDICT(spend) FROM orders o, customers c WHERE o.customer_id = c.id"
      })
  void followsWhatARuleCouldChange(String sql) {
    assertThat(of(sql)).isTrue();
  }
}
