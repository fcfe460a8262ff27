-- GLM: counts, amounts and classes by a distribution and a link.

CREATE TABLE policies AS
SELECT 18 + (i * 37) % 60 AS age,
  ['city', 'land', 'coast'][i % 3 + 1] AS area,
  CAST(floor(4 * exp(-((i * 37) % 60) / 40) + (i * 7919) % 5 / 2 + (i % 3 = 0)::INT) AS INT)
    AS claims,
  round(200 + 900 / (1 + (i * 37) % 60 / 20) + (i * 7919) % 151, 2) AS amount,
  CASE WHEN (i * 37) % 60 + (i * 7919) % 61 > 55 THEN 'stays' ELSE 'leaves' END AS decision
FROM range(1, 401) AS r(i);

-- Counts: their logarithm is linear in the features.
CREATE MODEL claims_of
OPTIONS (
  MODEL_TYPE = 'GLM', FAMILY = 'POISSON', INPUT_LABEL_COLS = ['claims'],
  CALCULATE_P_VALUES = TRUE, CATEGORY_ENCODING_METHOD = 'DUMMY_ENCODING')
AS SELECT age, area, claims FROM policies;

SELECT processed_input, category, round(weight, 5) AS weight,
  round(standard_error, 5) AS standard_error, round(p_value, 5) AS p_value
FROM ML.ADVANCED_WEIGHTS(MODEL claims_of);

SELECT age, area, round(predicted_claims, 4) AS predicted_claims
FROM ML.PREDICT(MODEL claims_of, (SELECT 20 AS age, 'city' AS area UNION ALL SELECT 70, 'land'))
ORDER BY age;

-- Amounts above 0, whose deviation grows with their mean.
CREATE MODEL amount_of
OPTIONS (MODEL_TYPE = 'GLM', FAMILY = 'GAMMA', LINK = 'LOG', INPUT_LABEL_COLS = ['amount'])
AS SELECT age, area, amount FROM policies;

SELECT round(mean_absolute_error, 3) AS mean_absolute_error, round(r2_score, 4) AS r2_score
FROM ML.EVALUATE(MODEL amount_of);

-- The same where the rows are: one aggregate query a step, and no row leaves the warehouse.
CREATE MODEL amount_there
OPTIONS (MODEL_TYPE = 'GLM', FAMILY = 'GAMMA', LINK = 'LOG', INPUT_LABEL_COLS = ['amount'], EXECUTION = 'WAREHOUSE')
AS SELECT age, area, amount FROM policies;

SELECT max(abs(a.predicted_amount / b.predicted_amount - 1)) < 1e-9 AS the_same
FROM ML.PREDICT(MODEL amount_of, (SELECT age, area FROM policies)) AS a
JOIN ML.PREDICT(MODEL amount_there, (SELECT age, area FROM policies)) AS b USING (age, area);

-- Two classes: a classifier like the others, here by the normal distribution.
CREATE MODEL decision_of
OPTIONS (MODEL_TYPE = 'GLM', FAMILY = 'BINOMIAL', LINK = 'PROBIT', INPUT_LABEL_COLS = ['decision'])
AS SELECT age, decision FROM policies;

SELECT age, predicted_decision, round(PROBABILITY(decision_of FOR 'stays'), 4) AS stays
FROM ML.PREDICT(MODEL decision_of, (SELECT unnest([20, 45, 70]) AS age))
ORDER BY age;

-- A link that the family does not have.
CREATE MODEL wrong
OPTIONS (MODEL_TYPE = 'GLM', FAMILY = 'POISSON', LINK = 'LOGIT', INPUT_LABEL_COLS = ['claims'])
AS SELECT age, claims FROM policies;

-- A label that the family does not have.
CREATE MODEL wrong
OPTIONS (MODEL_TYPE = 'GLM', FAMILY = 'GAMMA', INPUT_LABEL_COLS = ['claims'])
AS SELECT age, claims - 1 AS claims FROM policies;
