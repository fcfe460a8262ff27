-- Decision trees, random forests, and what boosted trees can be told.

CREATE TABLE houses AS
SELECT i AS house_id, 40 + (i * 37) % 120 AS area, 1 + (i * 7) % 5 AS rooms,
  CASE i % 3 WHEN 0 THEN 'north' WHEN 1 THEN 'south' ELSE 'west' END AS district,
  CASE WHEN i % 10 = 0 THEN 5 ELSE 1 END AS visits,
  round(50 + 2.5 * (40 + (i * 37) % 120) + CASE WHEN i % 3 = 0 THEN 40 ELSE 0 END
    + (i * 7919) % 31, 1) AS price,
  CASE WHEN ((i * 37) % 120 > 60 AND i % 3 = 0) <> ((i * 7919) % 31 < 4) THEN 'yes' ELSE 'no' END AS sold
FROM range(1, 601) AS r(i);

-- One tree. Each leaf answers the mean of its rows.
CREATE MODEL price_tree
OPTIONS (MODEL_TYPE = 'DECISION_TREE_REGRESSOR', INPUT_LABEL_COLS = ['price'],
  MAX_TREE_DEPTH = 4, L2_REG = 0, DATA_SPLIT_METHOD = 'NO_SPLIT')
AS SELECT area, rooms, district, price FROM houses;

SELECT round(r2_score, 3) AS r2_score FROM ML.EVALUATE(MODEL price_tree);

-- One tree of classes: a leaf answers its share of each class.
CREATE MODEL sold_tree
OPTIONS (MODEL_TYPE = 'DECISION_TREE_CLASSIFIER', INPUT_LABEL_COLS = ['sold'], MAX_TREE_DEPTH = 2,
  L2_REG = 0, DATA_SPLIT_METHOD = 'NO_SPLIT')
AS SELECT area, district, sold FROM houses;

SELECT round(PROBABILITY(sold_tree FOR 'yes'), 3) AS probability, count(*) AS houses
FROM houses
GROUP BY probability
ORDER BY probability;

-- A hundred trees, each of a sample of the rows, every split of a sample of the columns.
CREATE MODEL price_forest
OPTIONS (MODEL_TYPE = 'RANDOM_FOREST_REGRESSOR', INPUT_LABEL_COLS = ['price'])
AS SELECT area, rooms, district, price FROM houses;

SELECT round(r2_score, 2) AS r2_score FROM ML.EVALUATE(MODEL price_forest);

CREATE MODEL sold_forest
OPTIONS (MODEL_TYPE = 'RANDOM_FOREST_CLASSIFIER', INPUT_LABEL_COLS = ['sold'],
  NUM_PARALLEL_TREE = 30, MAX_TREE_DEPTH = 6, AUTO_CLASS_WEIGHTS = TRUE)
AS SELECT area, rooms, district, sold FROM houses;

SELECT round(roc_auc, 3) AS roc_auc FROM ML.EVALUATE(MODEL sold_forest);

-- Boosted: each round corrects those before.
CREATE MODEL sold_rounds
OPTIONS (MODEL_TYPE = 'BOOSTED_TREE_CLASSIFIER', INPUT_LABEL_COLS = ['sold'], MAX_ITERATIONS = 10, MAX_TREE_DEPTH = 3)
AS SELECT area, rooms, district, sold FROM houses;

SELECT round(roc_auc, 3) AS roc_auc FROM ML.EVALUATE(MODEL sold_rounds);

-- A larger area never lowers the price; each row counts as often as it was visited.
CREATE MODEL rising_price
OPTIONS (MODEL_TYPE = 'BOOSTED_TREE_REGRESSOR', INPUT_LABEL_COLS = ['price'], MAX_ITERATIONS = 10,
  MONOTONE_CONSTRAINTS = [STRUCT('area', 1)], INSTANCE_WEIGHT_COL = 'visits')
AS SELECT area, rooms, district, visits, price FROM houses;

SELECT count(*) AS falls
FROM (SELECT p - lag(p) OVER (ORDER BY area) AS rise
  FROM (SELECT area, PREDICT(rising_price) AS p
    FROM (SELECT 39 + i AS area, 3 AS rooms, 'west' AS district FROM range(1, 121) AS r(i))))
WHERE rise < 0;

-- A column of 0 and 1 for each district.
CREATE MODEL price_by_district
OPTIONS (MODEL_TYPE = 'DECISION_TREE_REGRESSOR', INPUT_LABEL_COLS = ['price'], MAX_TREE_DEPTH = 4,
  CATEGORY_ENCODING_METHOD = 'ONE_HOT_ENCODING', DATA_SPLIT_METHOD = 'NO_SPLIT')
AS SELECT area, rooms, district, price FROM houses;

SELECT feature FROM ML.FEATURE_IMPORTANCE(MODEL price_by_district) ORDER BY feature;

-- DART leaves some of the trees out while it adds the next.
CREATE MODEL dropping
OPTIONS (MODEL_TYPE = 'BOOSTED_TREE_REGRESSOR', INPUT_LABEL_COLS = ['price'], MAX_ITERATIONS = 10,
  EARLY_STOP = FALSE, BOOSTER_TYPE = 'DART', RATE_DROP = 0.2, DART_NORMALIZE_TYPE = 'FOREST')
AS SELECT area, rooms, district, price FROM houses;

SELECT feature, importance_weight > 0 AS used
FROM ML.FEATURE_IMPORTANCE(MODEL dropping)
ORDER BY feature;
