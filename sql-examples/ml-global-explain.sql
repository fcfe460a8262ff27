-- ML.GLOBAL_EXPLAIN: how much each feature adds or takes, on average.

CREATE TABLE flats AS
SELECT 20 + (i * 37) % 80 AS area, (i * 7) % 4 AS floor,
  CASE i % 3 WHEN 0 THEN 'Graz' WHEN 1 THEN 'Linz' ELSE 'Wien' END AS city,
  100 + 9 * (20 + (i * 37) % 80) + 25 * ((i * 7) % 4)
    + CASE i % 3 WHEN 0 THEN 0 WHEN 1 THEN -40 ELSE 160 END + (i * 7919) % 11 AS rent
FROM range(1, 401) AS r(i);

CREATE MODEL rent_of
OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['rent'], ENABLE_GLOBAL_EXPLAIN = TRUE)
AS SELECT area, floor, city, rent FROM flats;

SELECT feature, round(attribution, 2) AS attribution FROM ML.GLOBAL_EXPLAIN(MODEL rent_of);

CREATE MODEL class_of
OPTIONS (MODEL_TYPE = 'BOOSTED_TREE_CLASSIFIER', INPUT_LABEL_COLS = ['class'], MAX_ITERATIONS = 5,
  MAX_TREE_DEPTH = 3, ENABLE_GLOBAL_EXPLAIN = TRUE)
AS SELECT area, floor, city,
  CASE WHEN rent > 800 THEN 'dear' WHEN rent > 500 THEN 'fair' ELSE 'cheap' END AS class
FROM flats;

SELECT feature, round(attribution, 3) AS attribution FROM ML.GLOBAL_EXPLAIN(MODEL class_of);

-- Of the rows that are predicted as each class.
SELECT class, feature, round(attribution, 3) AS attribution
FROM ML.GLOBAL_EXPLAIN(MODEL class_of, STRUCT(TRUE AS class_level_explain));
