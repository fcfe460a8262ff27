-- Tips of taxi rides: hyperparameters are searched; then components and rows that stand apart.
CREATE SCHEMA taxi;

CREATE TABLE taxi.rides AS
SELECT i % 17 AS passengers, i * 7919 % 1000 / 10.0 AS distance, 2 + 0.17 * (i * 7919 % 1000) + i % 5 AS fare_amount,
  0.01 * (i * 7919 % 1000) + i % 9 / 3.0 AS tip_amount
FROM range(3000) AS r(i);

CREATE OR REPLACE TABLE `taxi.tip_input` AS
SELECT
  * EXCEPT(tip_amount), tip_amount AS label
FROM
  `taxi.rides`
WHERE
  tip_amount IS NOT NULL
LIMIT 2500;

CREATE OR REPLACE MODEL `taxi.tip_model`
OPTIONS
  (model_type='linear_reg',
   num_trials=4,
   max_parallel_trials=2,
   l1_reg=hparam_range(0, 20),
   l2_reg=hparam_candidates([0, 0.1, 1, 10])) AS
SELECT
  *
FROM
  `taxi.tip_input`;

CREATE OR REPLACE MODEL `taxi.components`
OPTIONS(model_type='PCA', num_principal_components=2, scale_features=TRUE, pca_solver='FULL') AS
SELECT * EXCEPT(label) FROM `taxi.tip_input`;

SELECT
  (SELECT count(*) = 4 AND count(*) FILTER (is_optimal) = 1 FROM ML.TRIAL_INFO(MODEL `taxi.tip_model`)),
  (SELECT max(r2_score) > 0.8 FROM ML.EVALUATE(MODEL `taxi.tip_model`)),
  (SELECT count(predicted_label) = 3
    FROM ML.PREDICT(MODEL `taxi.tip_model`, (SELECT * FROM `taxi.tip_input` LIMIT 3), STRUCT(2 AS trial_id))),
  (SELECT count(*) = 6 FROM ML.PRINCIPAL_COMPONENTS(MODEL `taxi.components`)),
  (SELECT max(cumulative_explained_variance_ratio) > 0.9 FROM ML.PRINCIPAL_COMPONENT_INFO(MODEL `taxi.components`)),
  (SELECT count(*) = 5 AND bool_and(principal_component_1 IS NOT NULL AND distance IS NOT NULL)
    FROM ML.PREDICT(MODEL `taxi.components`, (SELECT * FROM `taxi.rides` LIMIT 5), STRUCT(TRUE AS keep_original_columns))),
  (SELECT count(*) FILTER (is_anomaly) BETWEEN 25 AND 75
    FROM ML.DETECT_ANOMALIES(MODEL `taxi.components`, STRUCT(0.02 AS contamination), TABLE `taxi.tip_input`));
