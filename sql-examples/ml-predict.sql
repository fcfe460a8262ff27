-- ML.PREDICT: the columns of the data, and the prediction.

CREATE TABLE flowers AS
SELECT i AS id, round(1 + (i % 3) * 2 + (i * 7919) % 10 / 10.0, 1) AS petal,
  round(0.2 + (i % 3) * 0.8 + (i * 31) % 7 / 10.0, 1) AS width,
  CASE i % 3 WHEN 0 THEN 'small' WHEN 1 THEN 'medium' ELSE 'large' END AS kind,
  i % 3 = 2 AS is_large, round(10 + 4 * (i % 3) + (i * 7919) % 10, 1) AS height
FROM range(1, 301) AS r(i);

-- Regression: one column, predicted_<label>.
CREATE MODEL height_of
OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['height'])
AS SELECT petal, width, height FROM flowers;

SELECT id, petal, width, round(predicted_height, 2) AS predicted_height
FROM ML.PREDICT(MODEL height_of, (SELECT id, petal, width FROM flowers WHERE id <= 3))
ORDER BY id;

-- Two classes: the class in the label's own type, and its probabilities, most probable first.
CREATE MODEL is_big
OPTIONS (MODEL_TYPE = 'LOGISTIC_REG', INPUT_LABEL_COLS = ['is_large'], L2_REG = 1)
AS SELECT petal, width, is_large FROM flowers;

SELECT id, predicted_is_large, predicted_is_large_probs[1].label AS likeliest,
  round(predicted_is_large_probs[1].prob, 3) AS prob
FROM ML.PREDICT(MODEL is_big, (SELECT id, petal, width FROM flowers WHERE id <= 3))
ORDER BY id;

-- The threshold moves the line between the two.
SELECT count(*) FILTER (WHERE predicted_is_large) AS large
FROM ML.PREDICT(MODEL is_big, TABLE flowers, STRUCT(0.9 AS threshold));

-- More classes, and a column for each probability, for tools without arrays.
CREATE MODEL kind_of
OPTIONS (MODEL_TYPE = 'BOOSTED_TREE_CLASSIFIER', INPUT_LABEL_COLS = ['kind'], MAX_ITERATIONS = 5)
AS SELECT petal, width, kind FROM flowers;

SELECT id, predicted_kind, round(predicted_kind_prob_large, 3) AS large,
  round(predicted_kind_prob_medium, 3) AS medium, round(predicted_kind_prob_small, 3) AS small
FROM ML.PREDICT(MODEL kind_of, (SELECT id, petal, width FROM flowers WHERE id <= 3),
  STRUCT(TRUE AS flat_probs))
ORDER BY id;

-- Clusters: the nearest centroid, and the distances to at most five.
CREATE MODEL groups_of
OPTIONS (MODEL_TYPE = 'KMEANS', NUM_CLUSTERS = 3, KMEANS_INIT_METHOD = 'KMEANS++')
AS SELECT petal, width FROM flowers;

SELECT count(*) AS flowers, count(DISTINCT centroid_id) AS clusters,
  round(avg(nearest_centroids_distance[1].distance), 3) AS mean_distance
FROM ML.PREDICT(MODEL groups_of, TABLE flowers);

-- It is a table like any other: it joins, groups and filters.
SELECT kind, count(*) AS flowers, round(avg(predicted_height), 2) AS mean_height
FROM ML.PREDICT(MODEL height_of, TABLE flowers)
GROUP BY kind
ORDER BY kind;

-- A view over it is a table for every tool.
CREATE VIEW flower_heights AS
SELECT id, round(predicted_height, 2) AS predicted_height FROM ML.PREDICT(MODEL height_of, TABLE flowers);

SELECT * FROM flower_heights WHERE id = 1;
