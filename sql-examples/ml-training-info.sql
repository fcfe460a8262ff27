-- ML.TRAINING_INFO: one row for each iteration of the fit.

CREATE TABLE readings AS
SELECT i AS reading_id, i % 50 AS load, (i % 50) * 2 + (i * 7919) % 5 AS heat FROM range(1, 1001) AS r(i);

CREATE MODEL heat_of
OPTIONS (MODEL_TYPE = 'BOOSTED_TREE_REGRESSOR', INPUT_LABEL_COLS = ['heat'], MAX_ITERATIONS = 4,
  DATA_SPLIT_METHOD = 'SEQ', DATA_SPLIT_COL = 'reading_id', DATA_SPLIT_EVAL_FRACTION = 0.1)
AS SELECT reading_id, load, heat FROM readings;

SELECT training_run, iteration, round(loss, 2) AS loss, round(eval_loss, 2) AS eval_loss, learning_rate
FROM ML.TRAINING_INFO(MODEL heat_of)
ORDER BY iteration;
