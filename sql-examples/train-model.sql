-- TRAIN MODEL: fit a model that was defined, and fit it again.

CREATE TABLE rides AS
SELECT 1 + (i * 7) % 20 AS km, (i * 13) % 24 AS hour,
  round(3 + 1.6 * (1 + (i * 7) % 20) + (i * 7919) % 10 / 10.0, 2) AS fare
FROM range(1, 401) AS r(i);

-- Without AS query the statement only defines the model.
CREATE MODEL fare_of
OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['fare']);

-- The first version.
TRAIN MODEL fare_of ON TABLE rides;

-- The second: another query, and one option changed for this fit.
TRAIN MODEL fare_of ON (SELECT km, fare FROM rides WHERE hour >= 6) OPTIONS (L2_REG = 0.5);

-- The newest version is the default; the older one can still be asked.
SELECT processed_input, round(weight, 2) AS weight FROM ML.WEIGHTS(MODEL fare_of@1);

SELECT processed_input, round(weight, 2) AS weight FROM ML.WEIGHTS(MODEL fare_of);
