-- Preprocessing functions in queries: one row at a time, or OVER () all rows.

CREATE TABLE visits AS
SELECT * FROM (VALUES (1, 2.5, 'sea', ['calm', 'blue', 'sea']), (2, 4.0, 'lake', ['blue', 'lake']),
  (3, NULL, 'sea', ['storm', 'sea', 'sea']), (4, 1.5, NULL, NULL)) AS v(id, hours, place, words);

-- Numbers: scaled by what all rows say. NULL stays NULL.
SELECT id, round(ML.STANDARD_SCALER(hours) OVER (), 4) AS standard,
  ML.MIN_MAX_SCALER(hours) OVER () AS min_max, ML.MAX_ABS_SCALER(hours) OVER () AS max_abs,
  ML.ROBUST_SCALER(hours) OVER () AS robust, ML.IMPUTER(hours, 'median') OVER () AS imputed,
  ML.CLIP_QUANTILES(hours, 0.25, 0.75) OVER () AS clipped
FROM visits ORDER BY id;

-- Numbers in buckets.
SELECT id, ML.BUCKETIZE(hours, [2, 3]) AS bucket,
  ML.BUCKETIZE(hours, [2, 3], FALSE, 'bucket_ranges') AS range,
  ML.QUANTILE_BUCKETIZE(hours, 2) OVER () AS half
FROM visits ORDER BY id;

-- Categories. A value counts when it stands in 5 rows, or in as many as are said.
SELECT id, ML.LABEL_ENCODER(place, 10, 1) OVER () AS code,
  ML.ONE_HOT_ENCODER(place, 'none', 10, 1) OVER () AS one_hot, ML.HASH_BUCKETIZE(place, 8) AS hashed,
  ML.FEATURE_CROSS(STRUCT(place, ML.BUCKETIZE(hours, [2]) AS bucket)) AS crossed
FROM visits ORDER BY id;

-- Texts in lists.
SELECT id, ML.NGRAMS(words, [1, 2], '_') AS grams,
  ML.BAG_OF_WORDS(words, 10, 1) OVER () AS bag
FROM visits ORDER BY id;

-- Vectors.
SELECT ML.NORMALIZER([3.0, 4.0]) AS unit, ML.LP_NORM([3.0, 4.0], 1) AS norm,
  ML.DISTANCE([0.0, 0.0], [3.0, 4.0]) AS distance,
  ML.POLYNOMIAL_EXPAND(STRUCT(2 AS a, 3 AS b)) AS products;
