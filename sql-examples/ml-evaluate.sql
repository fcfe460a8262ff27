-- ML.EVALUATE: one row of metrics; which ones depends on the kind of model.

CREATE TABLE parcels AS
SELECT i AS id, 1 + (i * 37) % 30 AS kg, 10 + (i * 7919) % 500 AS km,
  round(4 + 0.3 * (1 + (i * 37) % 30) + 0.01 * (10 + (i * 7919) % 500) + (i * 31) % 5 / 2.0, 2) AS price,
  CASE WHEN (i * 7919) % 500 + (i * 31) % 90 > 260 THEN 'late' ELSE 'on time' END AS arrival,
  CASE WHEN (i * 37) % 30 < 10 THEN 'letter' WHEN (i * 37) % 30 < 20 THEN 'box' ELSE 'pallet' END AS size
FROM range(1, 1001) AS r(i);

CREATE MODEL price_of OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['price'])
AS SELECT kg, km, price FROM parcels;

CREATE MODEL arrival_of OPTIONS (MODEL_TYPE = 'LOGISTIC_REG', INPUT_LABEL_COLS = ['arrival'])
AS SELECT kg, km, arrival FROM parcels;

CREATE MODEL size_of
OPTIONS (MODEL_TYPE = 'BOOSTED_TREE_CLASSIFIER', INPUT_LABEL_COLS = ['size'], MAX_ITERATIONS = 2)
AS SELECT kg, km, size FROM parcels;

CREATE MODEL groups_of OPTIONS (MODEL_TYPE = 'KMEANS', NUM_CLUSTERS = 2)
AS SELECT kg, km FROM parcels;

-- Regression, of the held-out rows.
SELECT * FROM ML.EVALUATE(MODEL price_of);

-- Two classes, of given rows, at a threshold.
SELECT round("precision", 3) AS "precision", round(recall, 3) AS recall, round(accuracy, 3) AS accuracy,
  round(f1_score, 3) AS f1_score, round(log_loss, 3) AS log_loss, round(roc_auc, 3) AS roc_auc
FROM ML.EVALUATE(MODEL arrival_of, (SELECT * FROM parcels WHERE kg > 10), STRUCT(0.3 AS threshold));

-- Three classes: the means over the classes.
SELECT round("precision", 3) AS "precision", round(recall, 3) AS recall, round(accuracy, 3) AS accuracy
FROM ML.EVALUATE(MODEL size_of, TABLE parcels);

-- Clusters.
SELECT round(davies_bouldin_index, 3) AS davies_bouldin_index,
  round(mean_squared_distance, 3) AS mean_squared_distance
FROM ML.EVALUATE(MODEL groups_of, TABLE parcels);
