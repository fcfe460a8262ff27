-- ISOTONIC: a prediction that never falls as a number rises.

CREATE TABLE doses AS
SELECT (i * 37) % 41 AS dose,
  round(20 / (1 + exp(-((i * 37) % 41 - 20) / 4)) + (i * 7919) % 13 / 2, 1) AS response,
  1 + i % 4 AS patients
FROM range(1, 301) AS r(i);

CREATE MODEL response_of
OPTIONS (
  MODEL_TYPE = 'ISOTONIC', INPUT_LABEL_COLS = ['response'], INSTANCE_WEIGHT_COL = 'patients')
AS SELECT dose, response, patients FROM doses;

-- Lines between the means of neighbours; constant beyond the doses seen.
SELECT dose, round(predicted_response, 4) AS predicted_response
FROM ML.PREDICT(MODEL response_of, (SELECT unnest([-5, 0, 12.5, 20, 33, 100]) AS dose))
ORDER BY dose;

SELECT round(mean_absolute_error, 4) AS mean_absolute_error, round(r2_score, 4) AS r2_score
FROM ML.EVALUATE(MODEL response_of);

-- Never rising, of sums that DuckDB makes of the rows of each dose.
CREATE MODEL rest_of
OPTIONS (
  MODEL_TYPE = 'ISOTONIC', INPUT_LABEL_COLS = ['rest'],
  MONOTONE_CONSTRAINTS = [STRUCT('dose', -1)], EXECUTION = 'WAREHOUSE')
AS SELECT dose, 30 - response AS rest FROM doses;

SELECT dose, round(PREDICT(rest_of), 4) AS rest
FROM (SELECT unnest([0, 20, 40]) AS dose)
ORDER BY dose;

-- More than one feature has no order.
CREATE MODEL wrong
OPTIONS (MODEL_TYPE = 'ISOTONIC', INPUT_LABEL_COLS = ['response'])
AS SELECT dose, patients, response FROM doses;
