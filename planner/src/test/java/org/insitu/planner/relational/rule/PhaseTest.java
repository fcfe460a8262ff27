/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.relational.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.insitu.planner.relational.rule.Phase.NORMALISE;
import static org.insitu.planner.relational.rule.Phase.PLACE;
import static org.insitu.planner.relational.rule.Phase.PUSH;
import static org.insitu.planner.relational.rule.Phase.SHRINK;

import org.insitu.planner.relational.TestingPlans;
import org.junit.jupiter.api.Test;

/** Each rule: a plan before and after it, and a query for each reason not to fire. */
class PhaseTest {
  private final TestingPlans plans = new TestingPlans();

  @Test
  void makesOneNodeOfTheCallsOfAModelInASelectList() throws Exception {
    String sql = "SELECT PREDICT(churn) AS c, PROBABILITY(churn FOR 'yes') AS p FROM customers";
    assertThat(plans.plan(sql))
        .isEqualTo(
            """
            LogicalProject(c=[__m1_0($1, $2, $3)], p=[__m1_3($1, $2, $3)])
              LogicalTableScan(table=[[customers]])
            """);
    assertThat(plans.plan(sql, NORMALISE))
        .isEqualTo(
            """
            LogicalProject(c=[$4], p=[$5])
              Predict(model=[churn@1], reads=[[age=$1, income=$2, region=$3]], answers=[[__m1_0, __m1_3]], steps=[25])
                LogicalTableScan(table=[[customers]])
            """);
    assertThat(plans.fired()).contains("CallsInProject");
  }

  @Test
  void appliesTheModelThatIsAnArgumentFirst() throws Exception {
    String sql =
        "SELECT PREDICT(spend USING PREDICT(risk) AS age, income, region) AS p FROM customers";
    assertThat(plans.plan(sql))
        .isEqualTo(
            """
            LogicalProject(p=[__m1_0(__m2_0($1, $3), $2, $3)])
              LogicalTableScan(table=[[customers]])
            """);
    assertThat(plans.plan(sql, NORMALISE))
        .isEqualTo(
            """
            LogicalProject(p=[$5])
              Predict(model=[spend@1], reads=[[age=$4, income=$2, region=$3]], answers=[[__m1_0]], steps=[11])
                Predict(model=[risk@1], reads=[[age=$1, region=$3]], answers=[[__m2_0]], steps=[9])
                  LogicalTableScan(table=[[customers]])
            """);
    assertThat(plans.fired()).contains("CallsInProject");
  }

  @Test
  void takesACallOutOfAWhereAndItsColumnAwayAgain() throws Exception {
    String sql = "SELECT id FROM customers WHERE PREDICT(spend) > 100";
    assertThat(plans.plan(sql))
        .isEqualTo(
            """
            LogicalProject(id=[$0])
              LogicalFilter(condition=[>(__m1_0($1, $2, $3), 100)])
                LogicalTableScan(table=[[customers]])
            """);
    assertThat(plans.plan(sql, NORMALISE))
        .isEqualTo(
            """
            LogicalProject(id=[$0])
              LogicalProject(id=[$0], age=[$1], income=[$2], region=[$3])
                LogicalFilter(condition=[>($4, 100)])
                  Predict(model=[spend@1], reads=[[age=$1, income=$2, region=$3]], answers=[[__m1_0]], steps=[11])
                    LogicalTableScan(table=[[customers]])
            """);
    assertThat(plans.fired()).contains("CallsInFilter");
  }

  @Test
  void filtersRowsBeforeTheyArePredicted() throws Exception {
    String sql =
        "SELECT id, predicted_spend FROM ML.PREDICT(MODEL spend, TABLE customers) WHERE age > 40"
            + " AND predicted_spend < 9";
    assertThat(plans.plan(sql, NORMALISE))
        .isEqualTo(
            """
            LogicalProject(id=[$0], predicted_spend=[$4])
              LogicalFilter(condition=[AND(>($1, 40), <($4, 9))])
                Predict(model=[spend@1], reads=[[age=$1, income=$2, region=$3]], answers=[[__m1_0]], steps=[11])
                  LogicalTableScan(table=[[customers]])
            """);
    assertThat(plans.plan(sql, NORMALISE, PUSH))
        .isEqualTo(
            """
            LogicalProject(id=[$0], predicted_spend=[$4])
              LogicalFilter(condition=[<($4, 9)])
                Predict(model=[spend@1], reads=[[age=$1, income=$2, region=$3]], answers=[[__m1_0]], steps=[11])
                  LogicalFilter(condition=[>($1, 40)])
                    LogicalTableScan(table=[[customers]])
            """);
    assertThat(plans.fired()).contains("FilterBelowPredict");
  }

  @Test
  void limitsRowsBeforeTheyArePredicted() throws Exception {
    String sql =
        "SELECT id, age, predicted_spend FROM ML.PREDICT(MODEL spend, TABLE customers) ORDER BY age"
            + " DESC LIMIT 10";
    assertThat(plans.plan(sql, NORMALISE))
        .isEqualTo(
            """
            LogicalSort(sort0=[$1], dir0=[DESC-nulls-last], fetch=[10])
              LogicalProject(id=[$0], age=[$1], predicted_spend=[$4])
                Predict(model=[spend@1], reads=[[age=$1, income=$2, region=$3]], answers=[[__m1_0]], steps=[11])
                  LogicalTableScan(table=[[customers]])
            """);
    assertThat(plans.plan(sql, NORMALISE, PUSH))
        .isEqualTo(
            """
            LogicalProject(id=[$0], age=[$1], predicted_spend=[$4])
              Predict(model=[spend@1], reads=[[age=$1, income=$2, region=$3]], answers=[[__m1_0]], steps=[11])
                LogicalSort(sort0=[$1], dir0=[DESC-nulls-last], fetch=[10])
                  LogicalTableScan(table=[[customers]])
            """);
    assertThat(plans.fired()).contains("LimitBelowPredict");
  }

  @Test
  void computesOnlyWhatIsRead() throws Exception {
    String sql = "SELECT predicted_churned FROM ML.PREDICT(MODEL churn, TABLE customers)";
    assertThat(plans.plan(sql, NORMALISE))
        .isEqualTo(
            """
            LogicalProject(predicted_churned=[$4])
              Predict(model=[churn@1], reads=[[age=$1, income=$2, region=$3]], answers=[[__m1_0, __m1_1]], steps=[47])
                LogicalTableScan(table=[[customers]])
            """);
    assertThat(plans.plan(sql, NORMALISE, PUSH))
        .isEqualTo(
            """
            LogicalProject(predicted_churned=[$4])
              Predict(model=[churn@1], reads=[[age=$1, income=$2, region=$3]], answers=[[__m1_0]], steps=[25])
                LogicalTableScan(table=[[customers]])
            """);
    assertThat(plans.fired()).contains("DropUnusedOutputs");
  }

  @Test
  void leavesAModelOutOfWhichNothingIsRead() throws Exception {
    String sql = "SELECT id FROM ML.PREDICT(MODEL spend, TABLE customers)";
    assertThat(plans.plan(sql, NORMALISE))
        .isEqualTo(
            """
            LogicalProject(id=[$0])
              Predict(model=[spend@1], reads=[[age=$1, income=$2, region=$3]], answers=[[__m1_0]], steps=[11])
                LogicalTableScan(table=[[customers]])
            """);
    assertThat(plans.plan(sql, NORMALISE, PUSH))
        .isEqualTo(
            """
            LogicalProject(id=[$0])
              LogicalTableScan(table=[[customers]])
            """);
    assertThat(plans.fired()).contains("DropUnusedOutputs");
  }

  @Test
  void computesOnlyWhatIsReadOrTested() throws Exception {
    String sql =
        "SELECT id FROM ML.PREDICT(MODEL churn, TABLE customers) WHERE predicted_churned = 'no'";
    assertThat(plans.plan(sql, NORMALISE))
        .isEqualTo(
            """
            LogicalProject(id=[$0])
              LogicalFilter(condition=[=($4, 'no')])
                Predict(model=[churn@1], reads=[[age=$1, income=$2, region=$3]], answers=[[__m1_0, __m1_1]], steps=[47])
                  LogicalTableScan(table=[[customers]])
            """);
    assertThat(plans.plan(sql, NORMALISE, PUSH))
        .isEqualTo(
            """
            LogicalProject(id=[$0])
              LogicalFilter(condition=[=($4, 'no')])
                Predict(model=[churn@1], reads=[[age=$1, income=$2, region=$3]], answers=[[__m1_0]], steps=[25])
                  LogicalTableScan(table=[[customers]])
            """);
    assertThat(plans.fired()).contains("DropUnusedOutputsBelowFilter");
  }

  @Test
  void appliesAModelOfSelectAndWhereOnce() throws Exception {
    String sql = "SELECT id, PROBABILITY(churn) AS p FROM customers WHERE PREDICT(churn) = 'yes'";
    assertThat(plans.plan(sql, NORMALISE, PUSH))
        .isEqualTo(
            """
            LogicalProject(id=[$0], p=[$4])
              Predict(model=[churn@1], reads=[[age=$1, income=$2, region=$3]], answers=[[__m1_3]], steps=[24])
                LogicalProject(id=[$0], age=[$1], income=[$2], region=[$3])
                  LogicalFilter(condition=[=($4, 'yes')])
                    Predict(model=[churn@1], reads=[[age=$1, income=$2, region=$3]], answers=[[__m1_0]], steps=[25])
                      LogicalTableScan(table=[[customers]])
            """);
    assertThat(plans.plan(sql, NORMALISE, PUSH, PLACE))
        .isEqualTo(
            """
            LogicalProject(id=[$0], p=[$5])
              LogicalFilter(condition=[=($4, 'yes')])
                Predict(model=[churn@1], reads=[[age=$1, income=$2, region=$3]], answers=[[__m1_0, __m1_3]], steps=[25])
                  LogicalTableScan(table=[[customers]])
            """);
    assertThat(plans.fired()).contains("SharePrediction");
  }

  @Test
  void scoresACustomerOnceAndNotOnceForEachOrder() throws Exception {
    String sql =
        "SELECT o.order_id, PREDICT(spend) AS p FROM orders o JOIN customers c ON o.customer_id ="
            + " c.id";
    assertThat(plans.plan(sql, NORMALISE, PUSH))
        .isEqualTo(
            """
            LogicalProject(order_id=[$0], p=[$7])
              Predict(model=[spend@1], reads=[[age=$4, income=$5, region=$6]], answers=[[__m1_0]], steps=[11])
                LogicalJoin(condition=[=($1, $3)], joinType=[inner])
                  LogicalTableScan(table=[[orders]])
                  LogicalTableScan(table=[[customers]])
            """);
    assertThat(plans.plan(sql, NORMALISE, PUSH, PLACE))
        .isEqualTo(
            """
            LogicalProject(order_id=[$0], p=[$7])
              LogicalJoin(condition=[=($1, $3)], joinType=[inner])
                LogicalTableScan(table=[[orders]])
                Predict(model=[spend@1], reads=[[age=$1, income=$2, region=$3]], answers=[[__m1_0]], steps=[11])
                  LogicalTableScan(table=[[customers]])
            """);
    assertThat(plans.fired()).contains("PredictBelowJoin");
  }

  @Test
  void scoresWhatAJoinLeaves() throws Exception {
    String sql =
        "SELECT o.amount, predicted_spend FROM ML.PREDICT(MODEL spend, TABLE customers) AS c JOIN"
            + " orders o ON o.customer_id = c.id WHERE o.order_id = 5";
    assertThat(plans.plan(sql, NORMALISE, PUSH))
        .isEqualTo(
            """
            LogicalProject(amount=[$7], predicted_spend=[$4])
              LogicalJoin(condition=[=($6, $0)], joinType=[inner])
                Predict(model=[spend@1], reads=[[age=$1, income=$2, region=$3]], answers=[[__m1_0]], steps=[11])
                  LogicalTableScan(table=[[customers]])
                LogicalFilter(condition=[=($0, 5)])
                  LogicalTableScan(table=[[orders]])
            """);
    assertThat(plans.plan(sql, NORMALISE, PUSH, PLACE))
        .isEqualTo(
            """
            LogicalProject(amount=[$6], predicted_spend=[$7])
              Predict(model=[spend@1], reads=[[age=$1, income=$2, region=$3]], answers=[[__m1_0]], steps=[11])
                LogicalJoin(condition=[=($5, $0)], joinType=[inner])
                  LogicalTableScan(table=[[customers]])
                  LogicalFilter(condition=[=($0, 5)])
                    LogicalTableScan(table=[[orders]])
            """);
    assertThat(plans.fired()).contains("PredictAboveJoin");
  }

  @Test
  void leavesOutBranchesThatNoRowTakes() throws Exception {
    String sql = "SELECT PREDICT(risk) AS r FROM customers WHERE age BETWEEN 30 AND 59";
    assertThat(plans.plan(sql, NORMALISE, PUSH, PLACE))
        .isEqualTo(
            """
            LogicalProject(r=[$4])
              Predict(model=[risk@1], reads=[[age=$1, region=$3]], answers=[[__m1_0]], steps=[9])
                LogicalFilter(condition=[AND(>=($1, 30), <=($1, 59))])
                  LogicalTableScan(table=[[customers]])
            """);
    assertThat(plans.plan(sql, NORMALISE, PUSH, PLACE, SHRINK))
        .isEqualTo(
            """
            LogicalProject(r=[$4])
              Predict(model=[risk@1], reads=[[region=$3]], answers=[[__m1_0]], steps=[5])
                LogicalFilter(condition=[AND(>=($1, 30), <=($1, 59))])
                  LogicalTableScan(table=[[customers]])
            """);
    assertThat(plans.fired()).contains("RestrictByPredicates");
  }

  @Test
  void leavesOutATreeWhoseCategoryIsKnown() throws Exception {
    String sql = "SELECT PREDICT(risk) AS r FROM customers WHERE region = 'EU'";
    assertThat(plans.plan(sql, NORMALISE, PUSH, PLACE))
        .isEqualTo(
            """
            LogicalProject(r=[$4])
              Predict(model=[risk@1], reads=[[age=$1, region=$3]], answers=[[__m1_0]], steps=[9])
                LogicalFilter(condition=[=($3, 'EU')])
                  LogicalTableScan(table=[[customers]])
            """);
    assertThat(plans.plan(sql, NORMALISE, PUSH, PLACE, SHRINK))
        .isEqualTo(
            """
            LogicalProject(r=[$4])
              Predict(model=[risk@1], reads=[[age=$1]], answers=[[__m1_0]], steps=[6])
                LogicalFilter(condition=[=($3, 'EU')])
                  LogicalTableScan(table=[[customers]])
            """);
    assertThat(plans.fired()).contains("RestrictByPredicates");
  }

  @Test
  void comparesAProbabilityAsAScore() throws Exception {
    String sql = "SELECT count(*) AS n FROM customers WHERE PROBABILITY(churn) > 0.8";
    assertThat(plans.plan(sql, NORMALISE, PUSH, PLACE))
        .isEqualTo(
            """
            LogicalAggregate(group=[{}], n=[COUNT()])
              LogicalProject(id=[$0], age=[$1], income=[$2], region=[$3])
                LogicalFilter(condition=[>($4, 0.8:DECIMAL(2, 1))])
                  Predict(model=[churn@1], reads=[[age=$1, income=$2, region=$3]], answers=[[__m1_3]], steps=[24])
                    LogicalTableScan(table=[[customers]])
            """);
    assertThat(plans.plan(sql, NORMALISE, PUSH, PLACE, SHRINK))
        .isEqualTo(
            """
            LogicalAggregate(group=[{}], n=[COUNT()])
              LogicalProject(id=[$0], age=[$1], income=[$2], region=[$3])
                LogicalFilter(condition=[$4])
                  Predict(model=[churn@1], reads=[[age=$1, income=$2, region=$3]], answers=[[__m1_3_1]], steps=[13])
                    LogicalTableScan(table=[[customers]])
            """);
    assertThat(plans.fired()).contains("CompareInModel");
  }

  @Test
  void comparesAClassBeforeItIsAText() throws Exception {
    String sql = "SELECT id FROM customers WHERE PREDICT(churn) <> 'yes'";
    assertThat(plans.plan(sql, NORMALISE, PUSH, PLACE))
        .isEqualTo(
            """
            LogicalProject(id=[$0])
              LogicalFilter(condition=[<>($4, 'yes')])
                Predict(model=[churn@1], reads=[[age=$1, income=$2, region=$3]], answers=[[__m1_0]], steps=[25])
                  LogicalTableScan(table=[[customers]])
            """);
    assertThat(plans.plan(sql, NORMALISE, PUSH, PLACE, SHRINK))
        .isEqualTo(
            """
            LogicalProject(id=[$0])
              LogicalFilter(condition=[$4])
                Predict(model=[churn@1], reads=[[age=$1, income=$2, region=$3]], answers=[[__m1_0_1]], steps=[13])
                  LogicalTableScan(table=[[customers]])
            """);
    assertThat(plans.fired()).contains("CompareInModel");
  }

  @Test
  void doesNotShareModelsWithOtherArguments() throws Exception {
    plans.plan(
        "SELECT id, PREDICT(spend USING age, 0 AS income, region) AS p FROM customers WHERE"
            + " PREDICT(spend) > 9",
        NORMALISE,
        PUSH,
        PLACE);
    assertThat(plans.fired()).isNotEmpty().doesNotContain("SharePrediction");
  }

  @Test
  void doesNotShareModelsWithOtherOptions() throws Exception {
    plans.plan(
        "SELECT id, PREDICT(churn) AS p FROM ML.PREDICT(MODEL churn, TABLE customers, STRUCT(0.9 AS"
            + " threshold)) WHERE predicted_churned = 'yes'",
        NORMALISE,
        PUSH,
        PLACE);
    assertThat(plans.fired()).isNotEmpty().doesNotContain("SharePrediction");
  }

  @Test
  void doesNotPushAConditionOnAPrediction() throws Exception {
    plans.plan(
        "SELECT id, predicted_spend FROM ML.PREDICT(MODEL spend, TABLE customers) WHERE"
            + " predicted_spend < age",
        NORMALISE,
        PUSH);
    assertThat(plans.fired()).isNotEmpty().doesNotContain("FilterBelowPredict");
  }

  @Test
  void doesNotPushALimitInTheOrderOfAPrediction() throws Exception {
    plans.plan(
        "SELECT id, predicted_spend FROM ML.PREDICT(MODEL spend, TABLE customers) ORDER BY"
            + " predicted_spend LIMIT 3",
        NORMALISE,
        PUSH);
    assertThat(plans.fired()).isNotEmpty().doesNotContain("LimitBelowPredict");
  }

  @Test
  void doesNotPushAnOrderWithoutALimit() throws Exception {
    plans.plan(
        "SELECT id, age, predicted_spend FROM ML.PREDICT(MODEL spend, TABLE customers) ORDER BY"
            + " age",
        NORMALISE,
        PUSH);
    assertThat(plans.fired()).isNotEmpty().doesNotContain("LimitBelowPredict");
  }

  @Test
  void doesNotPushALimitBelowAConditionOnAPrediction() throws Exception {
    plans.plan(
        "SELECT id, predicted_spend FROM ML.PREDICT(MODEL spend, TABLE customers) WHERE"
            + " predicted_spend > 1 LIMIT 3",
        NORMALISE,
        PUSH);
    assertThat(plans.fired()).isNotEmpty().doesNotContain("LimitBelowPredict");
  }

  @Test
  void doesNotGoBelowAJoinWithArgumentsOfBothSides() throws Exception {
    plans.plan(
        "SELECT PREDICT(spend USING age, amount AS income, region) AS p FROM orders o JOIN"
            + " customers c ON o.customer_id = c.id",
        NORMALISE,
        PUSH,
        PLACE);
    assertThat(plans.fired()).isNotEmpty().doesNotContain("PredictBelowJoin");
  }

  @Test
  void doesNotGoBelowAJoinOfFewerRows() throws Exception {
    plans.plan(
        "SELECT o.order_id, PREDICT(spend) AS p FROM orders o JOIN customers c ON o.customer_id ="
            + " c.id WHERE o.order_id = 5",
        NORMALISE,
        PUSH,
        PLACE);
    assertThat(plans.fired()).isNotEmpty().doesNotContain("PredictBelowJoin");
  }

  @Test
  void doesNotGoBelowAJoinWithRowsThatItMayRefuse() throws Exception {
    plans.plan(
        "SELECT o.order_id, PREDICT(strict) AS p FROM orders o JOIN customers c ON o.customer_id ="
            + " c.id",
        NORMALISE,
        PUSH,
        PLACE);
    assertThat(plans.fired()).isNotEmpty().doesNotContain("PredictBelowJoin");
  }

  @Test
  void doesNotGoBelowTheSideThatAnOuterJoinFills() throws Exception {
    plans.plan(
        "SELECT o.order_id, PREDICT(spend) AS p FROM orders o LEFT JOIN customers c ON"
            + " o.customer_id = c.id",
        NORMALISE,
        PUSH,
        PLACE);
    assertThat(plans.fired()).isNotEmpty().doesNotContain("PredictBelowJoin");
  }

  @Test
  void doesNotGoAboveAJoinOnAPrediction() throws Exception {
    plans.plan(
        "SELECT o.amount FROM ML.PREDICT(MODEL spend, TABLE customers) AS c JOIN orders o ON"
            + " o.amount = c.predicted_spend WHERE o.order_id = 5",
        NORMALISE,
        PUSH,
        PLACE);
    assertThat(plans.fired()).isNotEmpty().doesNotContain("PredictAboveJoin");
  }

  @Test
  void doesNotGoAboveAJoinOfMoreRows() throws Exception {
    plans.plan(
        "SELECT o.amount, predicted_spend FROM ML.PREDICT(MODEL spend, TABLE customers) AS c JOIN"
            + " orders o ON o.customer_id = c.id",
        NORMALISE,
        PUSH,
        PLACE);
    assertThat(plans.fired()).isNotEmpty().doesNotContain("PredictAboveJoin");
  }

  @Test
  void doesNotComeFromTheSideThatAnOuterJoinFills() throws Exception {
    plans.plan(
        "SELECT o.amount, predicted_spend FROM (SELECT * FROM orders WHERE order_id = 5) AS o LEFT"
            + " JOIN ML.PREDICT(MODEL spend, TABLE customers) AS c ON o.customer_id = c.id",
        NORMALISE,
        PUSH,
        PLACE);
    assertThat(plans.fired()).isNotEmpty().doesNotContain("PredictAboveJoin");
  }

  @Test
  void doesNotRestrictByAConditionOnAnExpression() throws Exception {
    plans.plan(
        "SELECT PREDICT(risk) AS r FROM customers WHERE age + 1 > 60",
        NORMALISE,
        PUSH,
        PLACE,
        SHRINK);
    assertThat(plans.fired()).isNotEmpty().doesNotContain("RestrictByPredicates");
  }

  @Test
  void doesNotRestrictByAlternativesOnOtherColumns() throws Exception {
    plans.plan(
        "SELECT PREDICT(risk) AS r FROM customers WHERE age > 60 OR region = 'EU'",
        NORMALISE,
        PUSH,
        PLACE,
        SHRINK);
    assertThat(plans.fired()).isNotEmpty().doesNotContain("RestrictByPredicates");
  }

  @Test
  void doesNotRestrictAnArgumentThatIsComputed() throws Exception {
    plans.plan(
        "SELECT PREDICT(risk USING age * 2 AS age, region) AS r FROM customers WHERE age > 60",
        NORMALISE,
        PUSH,
        PLACE,
        SHRINK);
    assertThat(plans.fired()).isNotEmpty().doesNotContain("RestrictByPredicates");
  }

  @Test
  void doesNotCompareAnOrderOfTexts() throws Exception {
    plans.plan(
        "SELECT id FROM customers WHERE PREDICT(churn) < 'yes'", NORMALISE, PUSH, PLACE, SHRINK);
    assertThat(plans.fired()).isNotEmpty().doesNotContain("CompareInModel");
  }

  @Test
  void doesNotCompareARegression() throws Exception {
    plans.plan(
        "SELECT id FROM customers WHERE PREDICT(spend) > 100", NORMALISE, PUSH, PLACE, SHRINK);
    assertThat(plans.fired()).isNotEmpty().doesNotContain("CompareInModel");
  }

  @Test
  void doesNotCompareTwoPredictions() throws Exception {
    plans.plan(
        "SELECT id FROM customers WHERE PREDICT(spend) > PREDICT(risk)",
        NORMALISE,
        PUSH,
        PLACE,
        SHRINK);
    assertThat(plans.fired()).isNotEmpty().doesNotContain("CompareInModel");
  }

  @Test
  void doesNotCompareWithAThresholdAtWhichRoundingDecides() throws Exception {
    plans.plan(
        "SELECT count(*) AS n FROM customers WHERE PROBABILITY(churn) > 0.9999999",
        NORMALISE,
        PUSH,
        PLACE,
        SHRINK);
    assertThat(plans.fired()).isNotEmpty().doesNotContain("CompareInModel");
  }
}
