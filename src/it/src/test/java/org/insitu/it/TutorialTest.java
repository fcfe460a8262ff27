/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.insitu.it.testing.TestingInsitu;
import org.junit.jupiter.api.Test;

/**
 * Scripts in the words of other systems' tutorials run as they are; only their tables are made
 * first, in a catalog of the name that they use.
 */
class TutorialTest {

  /**
   * BigQuery ML, "Create a linear regression model" with the penguins table, and its TRANSFORM, as
   * its tutorial has it: a comment behind {@code #}, a string in double quotes.
   */
  @Test
  void penguinsOfBigQuery() throws SQLException {
    String penguins = SharedData.file("penguins.csv");
    try (TestingInsitu insitu = TestingInsitu.inMemory();
        Connection session = insitu.connect()) {
      TestingInsitu.run(
          session,
          "ATTACH ':memory:' AS \"bigquery-public-data\"",
          "CREATE SCHEMA \"bigquery-public-data\".ml_datasets",
          """
          CREATE TABLE "bigquery-public-data".ml_datasets.penguins AS
          SELECT species, island, bill_length_mm AS culmen_length_mm,
            bill_depth_mm AS culmen_depth_mm, flipper_length_mm, body_mass_g, upper(sex) AS sex
          FROM read_csv(%s, nullstr = 'NA')\
          """
              .formatted(penguins),
          "CREATE SCHEMA IF NOT EXISTS bqml_tutorial",
          "SET insitu.lex = 'bigquery'",
          """
          #standardSQL
          CREATE OR REPLACE MODEL `bqml_tutorial.penguins_model`
            TRANSFORM(
              body_mass_g,
              ML.STANDARD_SCALER(culmen_depth_mm) OVER () AS culmen_depth_mm_scaled,
              ML.QUANTILE_BUCKETIZE(culmen_length_mm, 3) OVER () AS culmen_length_mm_bucketized,
              flipper_length_mm,
              sex,
              species)
          OPTIONS
            (model_type='linear_reg',
            input_label_cols=['body_mass_g']) AS
          SELECT
            *
          FROM
            `bigquery-public-data.ml_datasets.penguins`
          WHERE
            body_mass_g IS NOT NULL\
          """);
      List<List<Object>> metrics =
          TestingInsitu.rows(
              session,
              """
              SELECT
                *
              FROM
                ML.EVALUATE(MODEL `bqml_tutorial.penguins_model`,
                  (
                  SELECT
                    *
                  FROM
                    `bigquery-public-data.ml_datasets.penguins`
                  WHERE
                    body_mass_g IS NOT NULL))\
              """);
      assertThat((Double) metrics.getFirst().get(4)).as("r2_score").isBetween(0.86, 0.89);
      assertThat(
              TestingInsitu.rows(
                  session,
                  """
                  SELECT
                    count(predicted_body_mass_g)
                  FROM
                    ML.PREDICT(MODEL `bqml_tutorial.penguins_model`,
                      (
                      SELECT
                        *
                      FROM
                        `bigquery-public-data.ml_datasets.penguins`
                      WHERE island = "Biscoe"))\
                  """))
          .isEqualTo(List.of(List.of(168L)));
    }
  }

  /** Amazon Redshift ML, the customer churn of "Tutorial: Building customer churn models". */
  @Test
  void churnOfRedshift() throws SQLException {
    try (TestingInsitu insitu = TestingInsitu.inMemory();
        Connection session = insitu.connect()) {
      TestingInsitu.run(
          session,
          """
          CREATE TABLE customer_activity AS SELECT i AS id, i % 50 AS age,
            (i * 7919) % 100 AS minutes, DATE '2019-12-01' + CAST(i % 60 AS INT) AS record_date,
            CASE WHEN (i * 7919) % 100 + i % 50 > 75 THEN 'yes' ELSE 'no' END AS churn
          FROM range(1, 2001) AS r(i)\
          """,
          """
          CREATE MODEL customer_churn_auto_model
          FROM (SELECT age, minutes, churn FROM customer_activity WHERE record_date < '2020-01-01')
          TARGET churn
          FUNCTION ml_fn_customer_churn_auto
          IAM_ROLE default
          SETTINGS (S3_BUCKET 'amzn-s3-demo-bucket')\
          """);
      assertThat(
              TestingInsitu.rows(
                  session,
                  """
                  SELECT count(*) > 900
                  FROM customer_activity
                  WHERE record_date >= '2020-01-01' AND ml_fn_customer_churn_auto(age, minutes) = churn\
                  """))
          .isEqualTo(List.of(List.of(true)));
      // A number as target is a regression; the target may stand in quotes.
      TestingInsitu.run(
          session,
          "CREATE MODEL minutes_of FROM customer_activity TARGET 'minutes' FUNCTION f IAM_ROLE"
              + " default");
      assertThat(TestingInsitu.rows(session, "SHOW MODELS LIKE 'minutes%'").getFirst().get(1))
          .isEqualTo("BOOSTED_TREE_REGRESSOR");
    }
  }
}
