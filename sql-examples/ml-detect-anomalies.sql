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

-- By principal components: rows off the line along which minutes and pages go together.
CREATE MODEL line OPTIONS (MODEL_TYPE = 'PCA', NUM_PRINCIPAL_COMPONENTS = 1) AS SELECT minutes, pages FROM visits;

SELECT is_anomaly, round(mean_squared_error, 3) AS mean_squared_error, minutes, pages
FROM ML.DETECT_ANOMALIES(MODEL line, STRUCT(0.01 AS contamination),
  (SELECT * FROM (VALUES (12, 2), (64, 23), (12, 25), (200, 75)) AS v(minutes, pages)))
ORDER BY pages;

-- By an isolation forest: rows far out in any direction.
CREATE MODEL forest OPTIONS (MODEL_TYPE = 'ISOLATION_FOREST') AS SELECT minutes, pages FROM visits;

SELECT is_anomaly, round(anomaly_score, 2) AS anomaly_score, minutes, pages
FROM ML.DETECT_ANOMALIES(MODEL forest, STRUCT(0.01 AS contamination),
  (SELECT * FROM (VALUES (12, 2), (64, 23), (12, 25), (200, 75)) AS v(minutes, pages)))
ORDER BY pages;
