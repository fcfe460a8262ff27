-- Hyperparameter tuning: one CREATE MODEL fits several trials over rows that are read once.

CREATE TABLE houses AS
SELECT 50 + (i * 37) % 120 AS area, 1 + (i * 13) % 5 AS rooms, ['north', 'south', 'west'][1 + i % 3] AS district,
  1000 * (50 + (i * 37) % 120) + 5000 * ((i * 13) % 5) + 8000 * (i % 3) + (i * 7919) % 20000 AS price
FROM range(1000) AS r(i);

-- Every combination of some candidates.
CREATE MODEL house_price
OPTIONS (MODEL_TYPE = 'BOOSTED_TREE_REGRESSOR', INPUT_LABEL_COLS = ['price'], NUM_TRIALS = 4,
  HPARAM_TUNING_ALGORITHM = 'GRID_SEARCH', MAX_TREE_DEPTH = HPARAM_CANDIDATES([2, 4]),
  LEARN_RATE = HPARAM_CANDIDATES([0.1, 0.5]), HPARAM_TUNING_OBJECTIVES = ['mean_absolute_error'])
AS SELECT * FROM houses;

SELECT trial_id, hyperparameters, status, is_optimal FROM ML.TRIAL_INFO(MODEL house_price) ORDER BY trial_id;

-- The model is the best trial; trial_id asks for another one.
SELECT round(mean_absolute_error / 1000) AS thousands FROM ML.EVALUATE(MODEL house_price);
SELECT round(mean_absolute_error / 1000) AS thousands FROM ML.EVALUATE(MODEL house_price, STRUCT(1 AS trial_id));
SELECT area, round(predicted_price, -4) AS about
FROM ML.PREDICT(MODEL house_price, (SELECT * FROM houses LIMIT 2), STRUCT(2 AS trial_id));

-- Ranges are searched by what the trials before have shown. A trial that fails is a row, no error.
CREATE MODEL groups
OPTIONS (MODEL_TYPE = 'KMEANS', NUM_TRIALS = 3, HPARAM_TUNING_ALGORITHM = 'GRID_SEARCH',
  NUM_CLUSTERS = HPARAM_CANDIDATES([2, 3, 1000]))
AS SELECT area, rooms FROM houses LIMIT 500;

SELECT trial_id, hyperparameters.num_clusters AS clusters, status, error_message
FROM ML.TRIAL_INFO(MODEL groups) WHERE status <> 'SUCCEEDED';

-- Without any value to search, the options that matter most for the model type.
CREATE MODEL ridge_price
OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['price'], NUM_TRIALS = 5, MAX_PARALLEL_TRIALS = 2)
AS SELECT * FROM houses;

SELECT count(*) AS trials, count(*) FILTER (is_optimal) AS optimal, min(hyperparameters.l2_reg) > 0 AS penalised
FROM ML.TRIAL_INFO(MODEL ridge_price);
