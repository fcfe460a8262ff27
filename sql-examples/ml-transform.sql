-- TRANSFORM: preprocessing is part of the model. What it finds at training is applied by PREDICT.

CREATE TABLE trips AS
SELECT i AS id, 1 + (i * 7) % 20 AS km, TIMESTAMP '2026-03-01 00:00:00' + INTERVAL (i) HOUR AS began,
  round(3 + 1.6 * (1 + (i * 7) % 20) + CASE WHEN i % 24 < 6 THEN 2 ELSE 0 END, 2) AS fare
FROM range(1, 401) AS r(i);

CREATE MODEL fare_at
TRANSFORM (ML.STANDARD_SCALER(km) OVER () AS distance,
  ML.BUCKETIZE(extract(hour FROM began), [6, 22]) AS time_of_day, fare)
OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['fare'])
AS SELECT km, began, fare FROM trips;

-- Predictions need the raw columns only.
SELECT id, round(predicted_fare, 2) AS predicted_fare
FROM ML.PREDICT(MODEL fare_at, (SELECT id, km, began FROM trips WHERE id <= 3)) ORDER BY id;

-- What the model sees.
SELECT round(distance, 4) AS distance, time_of_day
FROM ML.TRANSFORM(MODEL fare_at, (SELECT km, began FROM trips WHERE id <= 3)) ORDER BY distance;

-- What the fit saw, of the raw columns.
SELECT input, min, max, mean, median, null_count FROM ML.FEATURE_INFO(MODEL fare_at);

-- A transformation of its own, for several models or for export.
CREATE MODEL scaled
TRANSFORM (ML.MIN_MAX_SCALER(km) OVER () AS km, * EXCEPT (km, fare))
OPTIONS (MODEL_TYPE = 'TRANSFORM_ONLY')
AS SELECT * FROM trips;

SELECT id, km FROM ML.TRANSFORM(MODEL scaled, (SELECT 9001 AS id, 1000 AS km, now() AS began));
