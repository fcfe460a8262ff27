-- GoogleSQL: SET insitu.lex = 'bigquery' and a script of BigQuery ML runs as it is written.

SET insitu.lex = 'bigquery';

#standardSQL
CREATE TABLE visits (visit_id INT64, page STRING, seconds STRING, started TIMESTAMP);

# A visit is long on a page of offers; it's shorter at the weekend.
INSERT INTO visits
SELECT i, CONCAT("/", IF(MOD(i, 4) = 0, "offers", 'home'), "?id=", CAST(i AS STRING)),
  IF(MOD(i, 40) = 0, "?", CAST(20 + 30 * DIV(4 - MOD(i, 4), 4) - IF(EXTRACT(DAYOFWEEK FROM day) IN (1, 7), 5, 0) + MOD(i * 7919, 10) / 10 AS STRING)), day
FROM (SELECT i, TIMESTAMP_ADD(TIMESTAMP "2024-01-01 08:00:00 UTC", INTERVAL i HOUR) AS day FROM UNNEST(GENERATE_ARRAY(1, 400)) AS i);

CREATE VIEW clean_visits AS
SELECT visit_id, SAFE_CAST(seconds AS FLOAT64) AS seconds, REGEXP_CONTAINS(page, r"^/offers\?") AS offers,
  IF(EXTRACT(DAYOFWEEK FROM started) IN (1, 7), "weekend", "weekday") AS day_kind
FROM visits;

SELECT day_kind, COUNT(*) AS visits, COUNTIF(offers) AS offers, COUNTIF(seconds IS NULL) AS unknown
FROM clean_visits GROUP BY day_kind ORDER BY day_kind;

CREATE MODEL `stay`
OPTIONS (model_type = "linear_reg", input_label_cols = ["seconds"], data_split_method = "no_split")
AS SELECT * EXCEPT (visit_id) FROM clean_visits WHERE seconds IS NOT NULL;

SELECT day_kind, ROUND(predicted_seconds, 1) AS seconds
FROM ML.PREDICT(MODEL `stay`, (SELECT TRUE AS offers, day_kind FROM UNNEST(["weekday", "weekend"]) AS day_kind))
ORDER BY seconds DESC;

# A project that is no catalogue here is left out of names, with a warning.
CREATE SCHEMA IF NOT EXISTS `my-project.shop`;

CREATE OR REPLACE TABLE `my-project.shop.long_visits` AS
SELECT * FROM clean_visits WHERE seconds > 50;

SELECT COUNT(*) AS visits, COUNTIF(offers) AS offers FROM shop.long_visits;

SELECT 'it\'s' AS escaped, r'\d+' AS raw, """two
lines""" AS lines, "it's; # no comment" AS quoted;

# An error stands where it was typed.
SELECT "it's", SAFE_DIVIDE(1, missing) FROM visits;

# The usual way to hold rows out.
SELECT COUNTIF(MOD(ABS(FARM_FINGERPRINT(CAST(visit_id AS STRING))), 10) < 8) AS training FROM visits;

# NULL where a function fails; numbers in a text; the places of an array's elements.
SELECT FORMAT("%03d: %s, %.1f s", visit_id, SAFE.SUBSTR(page, 2, 6), SAFE_CAST(seconds AS FLOAT64)) AS line,
  SAFE.LN(MOD(visit_id, 2)) AS log, SAFE.PARSE_DATE("%Y-%m-%d", page) AS day
FROM visits WHERE visit_id < 4 ORDER BY visit_id;

SELECT step, place FROM UNNEST(["see", "click", "buy"]) AS step WITH OFFSET AS place ORDER BY place;

# What DuckDB would answer otherwise is refused.
SELECT FORMAT("%x", visit_id) FROM visits;

RESET insitu.lex;

SELECT "page" FROM visits WHERE visit_id = 1;
