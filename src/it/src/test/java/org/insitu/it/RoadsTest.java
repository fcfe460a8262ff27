/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.insitu.it.testing.TestingInsitu;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A query that is written anew answers what its own text answers: names, types, rows and their
 * order. The rows hold NULL, NaN, infinities and categories that no model has seen.
 */
class RoadsTest {
  private static final double TOLERANCE = 1e-12;
  private static TestingInsitu insitu;
  private static Connection connection;

  @BeforeAll
  static void fit() throws SQLException {
    insitu = TestingInsitu.inMemory();
    connection = insitu.connect();
    TestingInsitu.run(
        connection,
        """
        CREATE TABLE customers AS
        SELECT i AS id, CAST(18 + (i * 37) % 60 AS INTEGER) AS age,
          CASE WHEN i % 13 = 0 THEN NULL WHEN i % 17 = 0 THEN CAST('NaN' AS DOUBLE)
            ELSE ((i * 7919) % 1000) / 10e0 END AS income,
          CAST((i * 31) % 70 AS FLOAT) / 10 AS visits,
          CASE i % 4 WHEN 0 THEN 'EU' WHEN 1 THEN 'US' WHEN 2 THEN 'AP' END AS region,
          DATE '2020-01-01' + CAST(i % 400 AS INTEGER) AS since,
          CASE i % 4 WHEN 0 THEN 'Zürich' WHEN 1 THEN '東京' WHEN 2 THEN 'O''Fallon' END AS city
        FROM range(3000) r(i)
        """,
        """
        CREATE TABLE training AS
        SELECT *, 2 * age + coalesce(nullif(income, CAST('NaN' AS DOUBLE)), 50) + visits AS spend,
          CASE WHEN age > 40 AND visits > 3 OR id % 7 = 0 THEN 'yes' ELSE 'no' END AS churned,
          CASE WHEN age < 35 THEN 'low' WHEN visits < 4 THEN 'mid' ELSE 'high' END AS class
        FROM customers WHERE id < 2000
        """,
        """
        INSERT INTO customers (id, age, income, visits, region) VALUES (3000, NULL, CAST('Infinity' AS DOUBLE), NULL, 'Mars'),
          (3001, 40, CAST('-Infinity' AS DOUBLE), CAST('NaN' AS FLOAT), 'EU'),
          (3002, 41, CAST('NaN' AS DOUBLE), CAST('Infinity' AS FLOAT), NULL)
        """,
        """
        CREATE TABLE orders AS
        SELECT i AS order_id, (i * 7) % 3003 AS customer_id, (i % 97) * 1.5 AS amount,
          CASE WHEN i % 5 = 0 THEN 'web' ELSE 'shop' END AS channel
        FROM range(20000) r(i)
        """,
        create("spend", "LINEAR_REG", "spend", ""),
        create("churn", "LOGISTIC_REG", "churned", ""),
        create("tree", "BOOSTED_TREE_CLASSIFIER", "churned", ", max_iterations = 30"),
        create(
            "big", "BOOSTED_TREE_REGRESSOR", "spend", ", max_iterations = 60, early_stop = FALSE"),
        create("worth", "BOOSTED_TREE_REGRESSOR", "spend", ", max_iterations = 5"),
        create("class", "BOOSTED_TREE_CLASSIFIER", "class", ", max_iterations = 6"),
        "CREATE MODEL clusters FUNCTION group_of OPTIONS (model_type = 'KMEANS', num_clusters = 4)"
            + " AS SELECT age, visits, region FROM training",
        "CREATE VIEW shops AS SELECT * FROM orders WHERE channel = 'shop'");
  }

  private static String create(String model, String type, String label, String options) {
    return ("CREATE MODEL %s OPTIONS (model_type = '%s', input_label_cols = ['%s']%s) AS"
            + " SELECT age, income, visits, region, %s FROM training")
        .formatted(model, type, label, options, label);
  }

  @AfterAll
  static void close() throws SQLException {
    connection.close();
    insitu.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT o.order_id, PREDICT(spend) AS p FROM orders o JOIN customers c ON o.customer_id ="
            + " c.id",
        "SELECT o.order_id, PREDICT(tree), PROBABILITY(tree) AS p FROM shops o JOIN customers c ON"
            + " o.customer_id = c.id ORDER BY order_id",
        "SELECT o.order_id, c.id, PREDICT(worth) AS p FROM customers c RIGHT JOIN orders o ON"
            + " c.id = o.customer_id AND o.amount < 100 WHERE c.id > 2990",
        "SELECT c.id, PREDICT(churn) AS p, o.amount FROM customers c LEFT JOIN orders o ON"
            + " o.customer_id = c.id",
        "SELECT o.amount, c.* FROM orders o JOIN ML.PREDICT(MODEL tree, TABLE customers) AS c ON"
            + " o.customer_id = c.id WHERE o.order_id = 5",
        "SELECT predicted_class, count(*), sum(o.amount) AS total, max(c.visits) FROM orders o JOIN"
            + " ML.PREDICT(MODEL class, TABLE customers) AS c ON o.customer_id = c.id WHERE"
            + " o.order_id < 9 GROUP BY predicted_class ORDER BY predicted_class",
        "SELECT id, PREDICT(tree), PROBABILITY(tree FOR 'no') FROM customers WHERE PREDICT(tree) ="
            + " 'yes' AND id > 100",
        "SELECT * FROM ML.PREDICT(MODEL tree, TABLE customers) WHERE age > 60 ORDER BY id LIMIT 20",
        "SELECT * FROM ML.PREDICT(MODEL worth, TABLE customers) WHERE visits > 3.3 AND visits <="
            + " 6 ORDER BY id DESC",
        "SELECT id, predicted_spend FROM ML.PREDICT(MODEL worth, TABLE customers) WHERE income"
            + " > 70",
        "SELECT id, predicted_spend FROM ML.PREDICT(MODEL worth, TABLE customers) WHERE income"
            + " BETWEEN 20 AND 30",
        "SELECT id, PREDICT(tree) AS p FROM customers WHERE region = 'EU' AND age < 30",
        "SELECT id, PREDICT(class) AS p FROM customers WHERE region IN ('EU', 'Mars') AND age < 30",
        "SELECT count(*) FROM customers WHERE PROBABILITY(churn) > 0.3",
        "SELECT count(*), avg(income) FROM customers WHERE PROBABILITY(churn FOR 'no') <= 0.6",
        "SELECT id FROM customers WHERE PREDICT(churn) <> 'yes' ORDER BY id",
        "SELECT id FROM customers WHERE NOT (PREDICT(churn) = 'yes') AND age >= 40 ORDER BY id",
        "SELECT id, predicted_churned_probs FROM ML.PREDICT(MODEL tree, (SELECT * FROM customers"
            + " WHERE age = 41), STRUCT(0.8 AS threshold)) WHERE predicted_churned = 'no'",
        "WITH scored AS (SELECT id, region, PREDICT(spend) AS p FROM customers WHERE PREDICT(spend)"
            + " > 120) SELECT region, count(*) AS n, min(p) FROM scored GROUP BY region ORDER BY n,"
            + " region",
        "SELECT id, spend_as.p FROM (SELECT id, PREDICT(spend USING age, visits * 2 AS income,"
            + " visits, region) AS p FROM customers WHERE age > 30 AND age < 33) AS spend_as",
        "SELECT id, group_of(age, visits, region) AS g FROM customers WHERE region = 'US' AND age"
            + " > 50",
        "SELECT PREDICT(churn) AS a, PREDICT(tree) AS b, count(*) FROM customers WHERE"
            + " PREDICT(tree) = 'yes' GROUP BY PREDICT(churn), PREDICT(tree) ORDER BY 1, 2",
        "SELECT id, PREDICT(tree) AS p FROM customers WHERE age > 70 UNION ALL SELECT id,"
            + " PREDICT(churn) FROM customers WHERE PREDICT(churn) = 'no' AND age > 70",
        "SELECT id, PREDICT(spend) + 1 AS p, -visits AS v FROM customers WHERE visits * 2 > age -"
            + " 30 ORDER BY p, id",
        "SELECT id, income, PREDICT(churn) FROM customers WHERE income IS NULL OR income > 99",
        "SELECT DISTINCT PREDICT(class) AS p, region FROM customers WHERE region IS NOT NULL",
        "SELECT region, avg(predicted_spend), count(DISTINCT age) FROM ML.PREDICT(MODEL spend,"
            + " TABLE customers) GROUP BY region HAVING count(*) > 10",
        "SELECT \"id\", Predict(Tree) AS \"odd \"\"name\" FROM Customers AS \"C c\" WHERE"
            + " \"C c\".AGE <> 30",
        "SELECT * FROM ML.PREDICT(MODEL spend, TABLE customers) ORDER BY income DESC, id LIMIT 7"
            + " OFFSET 2",
        "SELECT e.mean_absolute_error, p.id FROM ML.EVALUATE(MODEL spend) AS e CROSS JOIN"
            + " ML.PREDICT(MODEL spend, TABLE customers) AS p WHERE p.age = 20",
        "SELECT id, predicted_spend FROM ML.PREDICT(MODEL spend, (SELECT * EXCLUDE (visits),"
            + " visits // 1 AS visits FROM customers)) WHERE age > 50",
        "SELECT id, predicted_spend, p FROM ML.PREDICT(MODEL spend, (SELECT * EXCLUDE"
            + " (predicted_spend), predicted_spend // 1 AS p FROM ML.PREDICT(MODEL big, TABLE"
            + " customers))) WHERE age > 50",
        "SELECT id, PREDICT(big) AS p, e.r2_score FROM customers CROSS JOIN ML.EVALUATE(MODEL big,"
            + " TABLE training) AS e WHERE age > 50 AND PREDICT(big) > 100",
        "SELECT id, 'Zürich ''x' AS t, city FROM ML.PREDICT(MODEL spend, TABLE customers) WHERE"
            + " city = 'Zürich' OR city = '東京' OR city = 'O''Fallon'",
        "SELECT id, predicted_spend FROM ML.PREDICT(MODEL spend, TABLE customers) WHERE since >="
            + " DATE '2020-12-24' AND income < 12.3456789012345678 AND age > -1.5e1 AND id <"
            + " 12345678901 AND TRUE",
        "SELECT region, avg(age), sum(age), sum(visits), min(city), max(since), count(income) FROM"
            + " ML.PREDICT(MODEL spend, TABLE customers) WHERE predicted_spend > 10 GROUP BY 1",
        "SELECT age * 2 AS age, count(*) AS n FROM ML.PREDICT(MODEL spend, TABLE customers) WHERE"
            + " predicted_spend > 100 GROUP BY age ORDER BY age",
        "SELECT count(*) FROM customers a JOIN customers b ON a.id = b.id WHERE PREDICT(spend USING"
            + " a.age, b.income, a.visits, b.region) > 100",
        "SELECT a.id, PREDICT(churn USING a.age, a.income, b.visits, b.region) AS p FROM customers"
            + " a, customers b WHERE a.id = b.id AND b.age > 70 ORDER BY p, a.id",
        "SELECT a.region, r.n, count(*) FROM customers a LEFT JOIN (SELECT region AS name, count(*)"
            + " AS n FROM customers GROUP BY region) AS r ON a.region = r.name WHERE PREDICT(tree"
            + " USING a.age, a.income, a.visits, a.region) = 'yes' AND a.age < 28 GROUP BY"
            + " a.region, r.n",
        "SELECT m.id, m.centroid_id, c.n FROM ML.PREDICT(MODEL clusters, TABLE customers) AS m JOIN"
            + " (SELECT customer_id, count(*) AS n FROM orders GROUP BY customer_id) AS c ON m.id ="
            + " c.customer_id WHERE c.n > 6",
        "SELECT x.id, x.p, y.p AS q FROM (SELECT id, PREDICT(spend) AS p FROM customers) AS x JOIN"
            + " (SELECT id, PREDICT(worth) AS p FROM customers WHERE age > 75) AS y ON x.id = y.id"
      })
  void answersAsItsOwnText(String sql) throws SQLException {
    TestingInsitu.run(connection, "SET insitu.planner = 'relational'");
    assertThat(plan(sql)).as("the plan").contains("Planned anew");
    Answered anew = answered(sql);
    TestingInsitu.run(connection, "SET insitu.planner = 'text'");
    assertThat(plan(sql)).contains("insitu.planner is TEXT");
    Answered text = answered(sql);
    assertThat(anew.columns()).isEqualTo(text.columns());
    assertThat(text.rows()).isNotEmpty();
    if (!sql.contains("ORDER BY")) {
      anew.rows().sort(Comparator.comparing(Object::toString));
      text.rows().sort(Comparator.comparing(Object::toString));
    }
    assertThat(anew.rows()).hasSameSizeAs(text.rows());
    for (int i = 0; i < text.rows().size(); i++) {
      if (!close(anew.rows().get(i), text.rows().get(i))) {
        assertThat(anew.rows().get(i)).as("row %d", i).isEqualTo(text.rows().get(i));
      }
    }
  }

  private static boolean close(List<Object> one, List<Object> other) {
    for (int i = 0; i < one.size(); i++) {
      boolean equal =
          one.get(i) instanceof Double a && other.get(i) instanceof Double b
              ? a.equals(b) || Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b))
              : Objects.deepEquals(one.get(i), other.get(i));
      if (!equal) {
        return false;
      }
    }
    return true;
  }

  @Test
  void writesTheRowsThatAQueryWrittenAnewAnswers() throws SQLException {
    String query =
        "SELECT id, PREDICT(tree) AS p FROM customers WHERE age > 60 AND PREDICT(tree) = 'yes'";
    TestingInsitu.run(
        connection,
        "SET insitu.planner = 'relational'",
        "CREATE TABLE kept AS " + query,
        "INSERT INTO kept (id, p) " + query);
    assertThat(TestingInsitu.rows(connection, "SELECT count(*), count(DISTINCT id) FROM kept"))
        .isEqualTo(
            TestingInsitu.rows(
                connection, "SELECT 2 * count(*), count(*) FROM (" + query + ") AS q"));
  }

  private static String plan(String sql) throws SQLException {
    List<List<Object>> lines = TestingInsitu.rows(connection, "EXPLAIN " + sql);
    return lines.stream()
        .map(line -> (String) line.getFirst())
        .filter(line -> line.contains("note:"))
        .collect(Collectors.joining("\n"));
  }

  private record Answered(List<String> columns, List<List<Object>> rows) {}

  private static Answered answered(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> columns = new ArrayList<>();
      ResultSetMetaData meta = result.getMetaData();
      for (int i = 1; i <= meta.getColumnCount(); i++) {
        columns.add(meta.getColumnLabel(i) + " " + meta.getColumnTypeName(i));
      }
      return new Answered(columns, TestingInsitu.rows(connection, sql));
    }
  }
}
