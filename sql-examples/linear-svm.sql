-- LINEAR_SVM: classes by the side of a plane, with probabilities of the distance from it.

CREATE TABLE loans AS
SELECT 20 + (i * 37) % 50 AS age,
  20 + (i * 53) % 90 AS income,
  ['rent', 'own', 'family'][i % 3 + 1] AS home,
  CASE WHEN (i * 53) % 90 + (i % 3 = 1)::INT * 20 + (i * 7919) % 61 > 75
    THEN 'repaid' ELSE 'late' END AS outcome,
  ['low', 'middle', 'high'][1 + least(2, ((i * 53) % 90 + (i * 7919) % 31) // 40)] AS tier
FROM range(1, 401) AS r(i);

CREATE MODEL outcome_of
OPTIONS (MODEL_TYPE = 'LINEAR_SVM', INPUT_LABEL_COLS = ['outcome'], L2_REG = 1)
AS SELECT age, income, home, outcome FROM loans;

SELECT processed_input, round(weight, 6) AS weight
FROM ML.WEIGHTS(MODEL outcome_of, STRUCT(TRUE AS standardize));

SELECT age, income, home, predicted_outcome,
  round(PROBABILITY(outcome_of FOR 'repaid'), 6) AS repaid
FROM ML.PREDICT(MODEL outcome_of,
  (SELECT 30 AS age, 30 AS income, 'rent' AS home UNION ALL SELECT 30, 70, 'own'))
ORDER BY income;

-- The margin of the predicted class, and what each feature adds to it.
SELECT income, predicted_outcome, round(prediction_value, 6) AS margin,
  round(baseline_prediction_value, 6) AS baseline, top_feature_attributions[1].feature AS most
FROM ML.EXPLAIN_PREDICT(MODEL outcome_of,
  (SELECT 30 AS age, 30 AS income, 'rent' AS home UNION ALL SELECT 30, 70, 'own'),
  STRUCT(1 AS top_k_features))
ORDER BY income;

SELECT round(accuracy, 4) AS accuracy, round(log_loss, 4) AS log_loss, round(roc_auc, 4) AS roc_auc
FROM ML.EVALUATE(MODEL outcome_of);

-- Three classes, each against the rest; the fit stays in DuckDB.
CREATE MODEL tier_of
OPTIONS (
  MODEL_TYPE = 'LINEAR_SVM', INPUT_LABEL_COLS = ['tier'], AUTO_CLASS_WEIGHTS = TRUE,
  EXECUTION = 'WAREHOUSE')
AS SELECT income, tier FROM loans;

SELECT income, predicted_tier,
  list_transform(predicted_tier_probs, lambda p: p.label || ' ' || round(p.prob, 4)) AS probs
FROM ML.PREDICT(MODEL tier_of, (SELECT unnest([25, 60, 105]) AS income))
ORDER BY income;

-- Classes that the features separate: without a penalty many weights are as good.
CREATE MODEL separated
OPTIONS (MODEL_TYPE = 'LINEAR_SVM', INPUT_LABEL_COLS = ['old'], L2_REG = 0)
AS SELECT age, age > 40 AS old FROM loans;

-- An option of other types.
CREATE MODEL wrong
OPTIONS (MODEL_TYPE = 'LINEAR_SVM', INPUT_LABEL_COLS = ['outcome'], LEARN_RATE = 0.1)
AS SELECT age, outcome FROM loans;
