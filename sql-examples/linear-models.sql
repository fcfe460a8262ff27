-- LINEAR_REG and LOGISTIC_REG: a sum of weights, as a number or as the odds of a class.

CREATE TABLE rides AS
SELECT i AS id, 1 + (i * 37) % 20 AS km, (i * 13) % 24 AS hour,
  CASE i % 3 WHEN 0 THEN 'rain' WHEN 1 THEN 'sun' ELSE NULL END AS weather,
  4 + 1.5 * (1 + (i * 37) % 20) + CASE WHEN i % 3 = 0 THEN 3 ELSE 0 END + (i * 7919) % 5 / 10.0 AS fare,
  CASE WHEN (i * 37) % 20 + (i * 7919) % 11 > 18 THEN 'tip' ELSE 'none' END AS tip
FROM range(1, 401) AS r(i);

CREATE MODEL fare_of
OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['fare'])
AS SELECT km, weather, fare FROM rides;

SELECT processed_input, round(weight, 3) AS weight,
  [concat(coalesce(w.category, 'NULL'), ': ', round(w.weight, 2)) FOR w IN category_weights] AS categories
FROM ML.WEIGHTS(MODEL fare_of);

SELECT round(predicted_fare, 2) AS fare
FROM ML.PREDICT(MODEL fare_of, (SELECT 10 AS km, 'rain' AS weather));

-- Lasso: weights that are not worth their size are 0.
CREATE MODEL sparse_fare
OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['fare'], L1_REG = 100)
AS SELECT km, hour, fare FROM rides;

SELECT processed_input, round(weight, 3) AS weight FROM ML.WEIGHTS(MODEL sparse_fare);

CREATE MODEL gives_tip
OPTIONS (MODEL_TYPE = 'LOGISTIC_REG', INPUT_LABEL_COLS = ['tip'], AUTO_CLASS_WEIGHTS = TRUE)
AS SELECT km, hour, weather, tip FROM rides;

SELECT round("precision", 3) AS "precision", round(recall, 3) AS recall, round(roc_auc, 3) AS roc_auc
FROM ML.EVALUATE(MODEL gives_tip);

SELECT id, tip, predicted_tip, round(PROBABILITY(gives_tip FOR 'tip'), 3) AS probability
FROM ML.PREDICT(MODEL gives_tip, (SELECT * FROM rides WHERE id <= 4)) ORDER BY id;
