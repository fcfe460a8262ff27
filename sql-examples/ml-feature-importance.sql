-- ML.FEATURE_IMPORTANCE: how much the trees use each feature.

CREATE TABLE readings AS
SELECT i % 50 AS load, (i * 37) % 7 AS weekday, CASE WHEN i % 2 = 0 THEN 'a' ELSE 'b' END AS machine,
  (i % 50) * 2 + CASE WHEN i % 2 = 0 THEN 15 ELSE 0 END + (i * 7919) % 5 AS heat
FROM range(1, 401) AS r(i);

CREATE MODEL heat_of
OPTIONS (MODEL_TYPE = 'BOOSTED_TREE_REGRESSOR', INPUT_LABEL_COLS = ['heat'], MAX_ITERATIONS = 3,
  MAX_TREE_DEPTH = 3)
AS SELECT load, weekday, machine, heat FROM readings;

SELECT feature, importance_weight, round(importance_gain, 0) AS importance_gain,
  round(importance_cover, 1) AS importance_cover
FROM ML.FEATURE_IMPORTANCE(MODEL heat_of)
ORDER BY importance_gain DESC;
