-- Weights of new-born: preprocessing in TRANSFORM, so that a prediction takes the raw columns.
CREATE SCHEMA births;

CREATE TABLE births.natality AS
SELECT 5 + (i * 37 % 30) / 10.0 + i % 2 * 0.3 AS weight_pounds, i % 2 = 0 AS is_male, i * 31 % 3 + 1 AS plurality,
  30 + i * 17 % 12 AS gestation_weeks, 18 + i * 13 % 25 AS mother_age, 1 + i * 7 % 5 AS mother_race,
  DATE '1990-01-01' + CAST(i * 10 % 900 AS INT) AS born
FROM range(2000) AS r(i);

CREATE OR REPLACE MODEL
  `births.weight_model`
TRANSFORM(weight_pounds,
    is_male,
    plurality,
    gestation_weeks,
    ML.QUANTILE_BUCKETIZE(mother_age, 5) OVER() AS bucketized_mother_age,
    ML.BUCKETIZE(gestation_weeks, GENERATE_ARRAY(32, 40, 2)) AS weeks_bucket,
    EXTRACT(MONTH FROM born) AS month,
    IF(plurality > 1, 'multiple', 'single') AS kind,
    CAST(mother_race AS string) AS mother_race,
    ML.FEATURE_CROSS(STRUCT(is_male, CAST(mother_race AS STRING) AS mother_race)) is_male_mother_race)
OPTIONS
  (model_type='linear_reg',
    l2_reg=1,
    input_label_cols=['weight_pounds']) AS
SELECT
  *
FROM
  `births.natality`
WHERE
  weight_pounds IS NOT NULL;

SELECT
  (SELECT count(predicted_weight_pounds) = 10 AND bool_and(predicted_weight_pounds BETWEEN 4 AND 10)
    FROM ML.PREDICT(MODEL `births.weight_model`,
      (SELECT is_male, plurality, gestation_weeks, mother_age, mother_race, born
        FROM `births.natality` LIMIT 10))),
  (SELECT count(*) = 6 FROM ML.FEATURE_INFO(MODEL `births.weight_model`)),
  (SELECT bool_and(bucketized_mother_age SIMILAR TO 'bin_[1-5]') AND count(DISTINCT weeks_bucket) = 6
    FROM ML.TRANSFORM(MODEL `births.weight_model`, (SELECT * EXCLUDE (weight_pounds) FROM `births.natality`)));
