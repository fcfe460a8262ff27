-- A census: rows divided by CASE in a view, classes weighed alike, then trees of the same view.
CREATE SCHEMA census;

CREATE TABLE census.adults AS
SELECT column00 AS age, trim(column01) AS workclass, column02 AS functional_weight,
  column04 AS education_num, trim(column05) AS marital_status, trim(column06) AS occupation,
  column12 AS hours_per_week, trim(column14) AS income_bracket
FROM read_csv(${adult-train.csv}, header = false) LIMIT 8000;

CREATE OR REPLACE VIEW
  `census.input_data` AS
SELECT
  * EXCEPT(functional_weight),
  CASE
    WHEN MOD(functional_weight, 10) < 8 THEN 'training'
    WHEN MOD(functional_weight, 10) = 8 THEN 'evaluation'
    ELSE 'prediction'
  END AS part
FROM
  `census.adults`;

CREATE OR REPLACE MODEL
  `census.income_model`
OPTIONS
  ( model_type='LOGISTIC_REG',
    auto_class_weights=TRUE,
    data_split_method='NO_SPLIT',
    input_label_cols=['income_bracket'],
    max_iterations=15) AS
SELECT
  * EXCEPT(part)
FROM
  `census.input_data`
WHERE
  part = 'training';

CREATE TABLE `census.metrics` AS
SELECT
  roc_auc > 0.87 AND recall > 0.8 AS good
FROM
  ML.EVALUATE (MODEL `census.income_model`,
    (SELECT * FROM `census.input_data` WHERE part = 'evaluation'));

CREATE TABLE `census.explained` AS
SELECT
  *
FROM
  ML.EXPLAIN_PREDICT(MODEL `census.income_model`,
    (SELECT * FROM `census.input_data` WHERE part = 'prediction'),
    STRUCT(3 AS top_k_features));

CREATE OR REPLACE MODEL `census.income_trees`
OPTIONS(MODEL_TYPE = 'BOOSTED_TREE_CLASSIFIER',
  BOOSTER_TYPE = 'GBTREE',
  NUM_PARALLEL_TREE = 1,
  MAX_ITERATIONS = 20,
  TREE_METHOD = 'HIST',
  EARLY_STOP = FALSE,
  SUBSAMPLE = 0.85,
  ENABLE_GLOBAL_EXPLAIN = TRUE,
  INPUT_LABEL_COLS = ['income_bracket'])
AS SELECT * EXCEPT(part)
FROM `census.input_data`
WHERE part = 'training';

SELECT
  (SELECT good FROM `census.metrics`),
  (SELECT bool_and(len(top_feature_attributions) = 3) FROM `census.explained`),
  (SELECT roc_auc > 0.87 FROM ML.EVALUATE(MODEL `census.income_trees`,
    (SELECT * FROM `census.input_data` WHERE part = 'evaluation'))),
  (SELECT count(*) = 6 FROM ML.FEATURE_IMPORTANCE(MODEL `census.income_trees`)),
  (SELECT count(*) = 12 FROM ML.GLOBAL_EXPLAIN(MODEL `census.income_trees`,
    STRUCT(TRUE AS class_level_explain))),
  (SELECT count(*) = 2 FROM ML.CONFUSION_MATRIX(MODEL `census.income_trees`));
