-- Trips of bike lines, written in GoogleSQL all through: text is cleaned, then a fare and a class are learned.
SET insitu.lex = 'bigquery';

#standardSQL
CREATE SCHEMA IF NOT EXISTS hires;

# As a logger wrote them: text, and now and then no number; don't trust it.
CREATE TABLE hires.raw (trip_id INT64 NOT NULL, line STRING, start_time TIMESTAMP, fare STRING);

INSERT INTO hires.raw
WITH
  started AS (
  SELECT
    i,
    TIMESTAMP_ADD(TIMESTAMP "2024-01-01 00:00:00 UTC", INTERVAL i * 37 MINUTE) AS start_time
  FROM
    UNNEST(GENERATE_ARRAY(1, 3000)) AS i )
SELECT
  i,
  CONCAT("Line ", CAST(MOD(i, 7) AS STRING), IF(MOD(i, 3) = 0, " \"express\"; it's fast", '')),
  start_time,
  IF(MOD(i, 50) = 0, 'n/a', CAST(2 + 0.5 * MOD(i, 7) + IF(MOD(i, 3) = 0, 3.0, 0)
    + IF(EXTRACT(DAYOFWEEK FROM start_time) IN (1, 7), 1.25, 0) + 0.1 * EXTRACT(HOUR FROM start_time) AS STRING))
FROM
  started;

CREATE OR REPLACE VIEW
  `hires.trips` AS
SELECT
  trip_id,
  SAFE_CAST(fare AS FLOAT64) AS fare,
  CAST(REGEXP_EXTRACT(line, r"^Line (\d)") AS INT64) AS line_no,
  REGEXP_CONTAINS(line, r'"express";\s') AS express,
  IF(EXTRACT(DAYOFWEEK FROM start_time) IN (1, 7), "weekend", "weekday") AS day_kind,
  EXTRACT(HOUR FROM start_time) AS hour,
  DATE_TRUNC(DATE(start_time), WEEK) AS week,
FROM
  `hires.raw`;

CREATE OR REPLACE MODEL
  `hires.fare_model`
OPTIONS
  ( model_type="linear_reg",
    input_label_cols=["fare"],
    data_split_method="no_split" ) AS
SELECT
  * EXCEPT (trip_id, week)
FROM
  `hires.trips`
WHERE
  fare IS NOT NULL;

CREATE OR REPLACE MODEL `hires.dear_model`
  TRANSFORM(
    ML.STANDARD_SCALER(hour) OVER () AS hour,
    ML.QUANTILE_BUCKETIZE(line_no, 3) OVER () AS line_group,
    IF(express, """yes""", r'no') AS express,
    day_kind,
    dear)
  OPTIONS(model_type='logistic_reg', input_label_cols=['dear'], max_iterations=20) AS
SELECT
  *,
  IF(fare > 6.5, "dear", "cheap") AS dear
FROM
  `hires.trips`
WHERE
  fare IS NOT NULL;

SELECT
  (SELECT r2_score > 0.999999 FROM ML.EVALUATE(MODEL `hires.fare_model`)),
  (SELECT COUNTIF(fare IS NULL) = 60 AND COUNT(*) = 3000 FROM `hires.trips`),
  # 2 + 0.5 * 3 + 3 + 1.25 + 1.2
  (SELECT ABS(predicted_fare - 8.95) < 1e-6 FROM ML.PREDICT(MODEL `hires.fare_model`,
    (SELECT 3 AS line_no, TRUE AS express, "weekend" AS day_kind, 12 AS hour))),
  (SELECT ROUND(weight, 6) = 0.5 FROM ML.WEIGHTS(MODEL `hires.fare_model`) WHERE processed_input = "line_no"),
  (SELECT ROUND(MAX(IF(w.category = "weekend", w.weight, NULL)) - MAX(IF(w.category = "weekday", w.weight, NULL)), 6) = 1.25
    FROM ML.WEIGHTS(MODEL `hires.fare_model`) CROSS JOIN UNNEST(category_weights) AS w WHERE processed_input = "day_kind"),
  (SELECT roc_auc > 0.95 FROM ML.EVALUATE(MODEL `hires.dear_model`)),
  (SELECT LOGICAL_AND(ABS(total - 1) < 1e-9) AND COUNT(*) = 10
    FROM (SELECT trip_id, SUM(p.prob) AS total
      FROM ML.PREDICT(MODEL `hires.dear_model`, (SELECT * FROM `hires.trips` ORDER BY trip_id LIMIT 10))
      CROSS JOIN UNNEST(predicted_dear_probs) AS p GROUP BY trip_id)),
  (SELECT MIN(week) = "2023-12-31" AND DATE_DIFF(MAX(week), MIN(week), WEEK) = 11 FROM `hires.trips`);
