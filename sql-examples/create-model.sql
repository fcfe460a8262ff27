-- CREATE MODEL: every model type of this version, and what IF NOT EXISTS and OR REPLACE do.

CREATE TABLE houses AS
SELECT i AS house_id,
  40 + (i * 37) % 120 AS area,
  1 + (i * 7) % 5 AS rooms,
  CASE i % 3 WHEN 0 THEN 'north' WHEN 1 THEN 'south' ELSE NULL END AS district,
  (i * 13) % 4 = 0 AS has_garden,
  DATE '2000-01-01' + CAST(i % 4 AS INTEGER) AS surveyed_on,
  round(50 + 2.5 * (40 + (i * 37) % 120) + 12 * (1 + (i * 7) % 5)
    + CASE WHEN i % 3 = 0 THEN 40 ELSE 0 END + (i * 7919) % 31, 1) AS price,
  CASE WHEN (i * 37) % 120 + (i * 7919) % 40 > 80 THEN 'yes' ELSE 'no' END AS sold
FROM range(1, 601) AS r(i);

-- Linear regression. Numbers, text, booleans, dates and NULLs are ordinary input.
CREATE MODEL price_of
OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['price'])
AS SELECT area, rooms, district, has_garden, price FROM houses;

-- Logistic regression, with a penalty and a weight for the rarer class.
CREATE MODEL will_sell
OPTIONS (MODEL_TYPE = 'LOGISTIC_REG', INPUT_LABEL_COLS = ['sold'], L2_REG = 1,
  CLASS_WEIGHTS = [STRUCT('yes', 2.0), STRUCT('no', 1.0)])
AS SELECT area, rooms, district, sold FROM houses;

-- Boosted trees for a number. The first 500 houses are fitted on, the last 100 held out.
CREATE MODEL price_by_trees
OPTIONS (MODEL_TYPE = 'BOOSTED_TREE_REGRESSOR', INPUT_LABEL_COLS = ['price'], MAX_ITERATIONS = 10,
  MAX_TREE_DEPTH = 3, DATA_SPLIT_METHOD = 'CUSTOM', DATA_SPLIT_COL = 'held_out')
AS SELECT area, rooms, district, has_garden, price, house_id > 500 AS held_out FROM houses;

-- Boosted trees for classes.
CREATE MODEL sold_by_trees
OPTIONS (MODEL_TYPE = 'BOOSTED_TREE_CLASSIFIER', INPUT_LABEL_COLS = ['sold'], MAX_ITERATIONS = 5,
  SUBSAMPLE = 0.8, SEED = 7)
AS SELECT area, rooms, district, sold FROM houses;

-- Clusters: no label.
CREATE MODEL kinds
OPTIONS (MODEL_TYPE = 'KMEANS', NUM_CLUSTERS = 3, KMEANS_INIT_METHOD = 'KMEANS++')
AS SELECT area, rooms, has_garden FROM houses;

-- The model is there: IF NOT EXISTS fits nothing.
CREATE MODEL IF NOT EXISTS kinds
OPTIONS (MODEL_TYPE = 'KMEANS', NUM_CLUSTERS = 4)
AS SELECT area, rooms FROM houses;

-- OR REPLACE fits version 2 and makes it the default. Version 1 stays.
CREATE OR REPLACE MODEL price_of
FUNCTION price_fn
OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['price'], DATA_SPLIT_METHOD = 'NO_SPLIT')
AS SELECT area, rooms, price FROM houses;

-- The same in Amazon Redshift's words.
CREATE MODEL price_redshift
FROM (SELECT area, rooms, price FROM houses)
TARGET 'price'
FUNCTION price_redshift_fn
AUTO OFF
MODEL_TYPE LINEAR_REG
PREPROCESSORS 'none'
HYPERPARAMETERS DEFAULT
SETTINGS (S3_BUCKET 'unused');

SHOW VERSIONS OF MODEL price_of;
