-- Preprocessing functions that shift, scale and bound numbers. Each statement stands by itself.

SELECT x, ML.STANDARD_SCALER(x) OVER () AS scaled
FROM (VALUES (2.0), (4.0), (6.0), (NULL)) AS t(x) ORDER BY x;

SELECT x, ML.MIN_MAX_SCALER(x) OVER () AS scaled
FROM (VALUES (2.0), (4.0), (10.0), (NULL)) AS t(x) ORDER BY x;

-- Beyond what the fit has seen there is nothing but 0 and 1.
CREATE MODEL bounded TRANSFORM (x, ML.MIN_MAX_SCALER(x) OVER () AS scaled)
OPTIONS (MODEL_TYPE = 'TRANSFORM_ONLY')
AS SELECT x FROM (VALUES (2.0), (4.0), (10.0)) AS t(x);

SELECT x, scaled
FROM ML.TRANSFORM(MODEL bounded, (SELECT x FROM (VALUES (-5.0), (8.0), (99.0)) AS t(x))) ORDER BY x;

SELECT x, ML.MAX_ABS_SCALER(x) OVER () AS scaled
FROM (VALUES (-8.0), (2.0), (4.0), (NULL)) AS t(x) ORDER BY x;

SELECT x, ML.ROBUST_SCALER(x) OVER () AS scaled,
  ML.ROBUST_SCALER(x, [10, 90]) OVER () AS of_80_percent,
  ML.ROBUST_SCALER(x, [25, 75], TRUE, FALSE) OVER () AS centred
FROM (VALUES (1.0), (2.0), (3.0), (4.0), (1000.0)) AS t(x) ORDER BY x;

SELECT x, ML.CLIP_QUANTILES(x, 0.25, 0.75) OVER () AS clipped
FROM (VALUES (1.0), (2.0), (3.0), (4.0), (1000.0), (NULL)) AS t(x) ORDER BY x;

SELECT id, ML.IMPUTER(x, 'mean') OVER () AS by_mean, ML.IMPUTER(x, 'median') OVER () AS by_median,
  ML.IMPUTER(c, 'most_frequent') OVER () AS by_frequency
FROM (VALUES (1, 1.0, 'a'), (2, 2.0, 'b'), (3, 6.0, 'b'), (4, NULL, NULL)) AS t(id, x, c) ORDER BY id;

-- What cannot be is refused.
SELECT ML.STANDARD_SCALER(x) FROM (VALUES (1.0)) AS t(x);
SELECT ML.ROBUST_SCALER(x, [75, 25]) OVER () FROM (VALUES (1.0)) AS t(x);
SELECT ML.CLIP_QUANTILES(x, 5, 95) OVER () FROM (VALUES (1.0)) AS t(x);
SELECT ML.IMPUTER(x, 'average') OVER () FROM (VALUES (1.0)) AS t(x);
