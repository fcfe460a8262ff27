-- NULL_POLICY, UNSEEN_POLICY, RANGE_POLICY: what a prediction does with a value that training did not see.

CREATE TABLE members AS
SELECT i AS id, 18 + (i * 37) % 60 AS age,
  CASE i % 3 WHEN 0 THEN 'basic' WHEN 1 THEN 'plus' ELSE 'pro' END AS plan,
  CASE WHEN (i * 37) % 60 + (i * 7919) % 31 > 45 THEN 'yes' ELSE 'no' END AS renews
FROM range(1, 401) AS r(i);

CREATE TABLE arrivals AS
SELECT * FROM (VALUES
  (1, 34, 'plus'), (2, NULL, 'pro'), (3, 41, 'gold'), (4, 130, 'basic'), (5, 17, NULL))
  AS rows(id, age, plan);

-- A row without an age has no prediction; other odd values are told of.
CREATE MODEL renewal_of
OPTIONS (
  MODEL_TYPE = 'LOGISTIC_REG', INPUT_LABEL_COLS = ['renews'],
  NULL_POLICY = STRUCT('null' AS age, 'flag' AS plan),
  UNSEEN_POLICY = 'flag', RANGE_POLICY = 'flag')
AS SELECT age, plan, renews FROM members;

SELECT id, age, plan, predicted_renews, prediction_status
FROM ML.PREDICT(MODEL renewal_of, TABLE arrivals)
ORDER BY id;

-- One value has no status beside it.
SELECT id, round(PROBABILITY(renewal_of FOR 'yes'), 4) AS renews FROM arrivals ORDER BY id;

-- Metrics are those of a model without policies: every row is scored.
SELECT round(accuracy, 4) AS accuracy, round(roc_auc, 4) AS roc_auc
FROM ML.EVALUATE(MODEL renewal_of);

-- The same model with a rule that stops a statement.
CREATE OR REPLACE MODEL renewal_of
OPTIONS (
  MODEL_TYPE = 'LOGISTIC_REG', INPUT_LABEL_COLS = ['renews'],
  NULL_POLICY = 'null', UNSEEN_POLICY = 'error')
AS SELECT age, plan, renews FROM members;

PREDICT MODEL renewal_of ON (SELECT id, age, plan FROM arrivals WHERE plan <> 'gold' ORDER BY id);

SELECT * FROM ML.PREDICT(MODEL renewal_of, TABLE arrivals);
