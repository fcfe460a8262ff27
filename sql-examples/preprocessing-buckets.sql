-- Preprocessing functions that make few values of many. Each statement stands by itself.

SELECT x, ML.BUCKETIZE(x, [2, 5]) AS bucket,
  ML.BUCKETIZE(x, [2, 5], FALSE, 'bucket_ranges') AS range,
  ML.BUCKETIZE(x, [2, 5], FALSE, 'bucket_ranges_json') AS json
FROM (VALUES (1.0), (2.0), (7.5), (NULL)) AS t(x) ORDER BY x;

-- Without the boundaries: of the points 0, 2, 5 and 100 only 2 and 5 split.
SELECT x, ML.BUCKETIZE(x, [0, 2, 5, 100], TRUE, 'bucket_ranges') AS range
FROM (VALUES (-1.0), (2.0), (750.0)) AS t(x) ORDER BY x;

SELECT x, ML.QUANTILE_BUCKETIZE(x, 3) OVER () AS bucket,
  ML.QUANTILE_BUCKETIZE(x, 3, 'bucket_ranges') OVER () AS range
FROM (VALUES (1.0), (2.0), (3.0), (4.0), (5.0), (6.0), (1000.0), (NULL)) AS t(x) ORDER BY x;

SELECT word, ML.HASH_BUCKETIZE(word, 10) AS bucket, ML.HASH_BUCKETIZE(word, 0) AS hash
FROM (VALUES ('calm'), ('storm'), (NULL)) AS t(word) ORDER BY word;

-- What cannot be is refused.
SELECT ML.BUCKETIZE(x, [5, 2]) FROM (VALUES (1.0)) AS t(x);
SELECT ML.QUANTILE_BUCKETIZE(x, 1) OVER () FROM (VALUES (1.0)) AS t(x);
SELECT ML.HASH_BUCKETIZE(x, -1) FROM (VALUES ('calm')) AS t(x);
