-- ML.DETECT_ANOMALIES: rows unlike those that a model was fitted on.

CREATE TABLE visits AS
SELECT i AS id, CASE WHEN i % 2 = 0 THEN 10 + (i * 37) % 5 ELSE 60 + (i * 37) % 9 END AS minutes,
  CASE WHEN i % 2 = 0 THEN 1 + (i * 13) % 3 ELSE 20 + (i * 13) % 7 END AS pages
FROM range(1, 401) AS r(i);

CREATE MODEL kinds OPTIONS (MODEL_TYPE = 'KMEANS', NUM_CLUSTERS = 2) AS SELECT minutes, pages FROM visits;

-- About one in a hundred of the rows it was fitted on.
SELECT count(*) AS anomalies
FROM ML.DETECT_ANOMALIES(MODEL kinds, STRUCT(0.01 AS contamination), TABLE visits) WHERE is_anomaly;

-- New rows, one of them far from either kind.
SELECT is_anomaly, round(normalized_distance, 3) AS normalized_distance, minutes, pages
FROM ML.DETECT_ANOMALIES(MODEL kinds, STRUCT(0.01 AS contamination),
  (SELECT * FROM (VALUES (12, 2), (64, 23), (12, 25)) AS v(minutes, pages)))
ORDER BY pages;
