-- ML.CENTROIDS: the centre of each cluster.

CREATE TABLE visits AS
SELECT (i % 2) * 40 + (i * 37) % 10 AS minutes, (i % 2) * 3 + (i * 7) % 2 AS pages,
  CASE WHEN i % 2 = 0 THEN 'phone' ELSE 'desk' END AS device
FROM range(1, 201) AS r(i);

CREATE MODEL visitors
OPTIONS (MODEL_TYPE = 'KMEANS', NUM_CLUSTERS = 2, KMEANS_INIT_METHOD = 'KMEANS++')
AS SELECT minutes, pages, device FROM visits;

-- Numbers in their own units; a category is the share of the cluster's rows that have each value.
SELECT feature, round(numerical_value, 2) AS value,
  [concat(c.category, ': ', round(c.value, 2)) FOR c IN categorical_value] AS shares
FROM ML.CENTROIDS(MODEL visitors)
ORDER BY min(numerical_value) OVER (PARTITION BY centroid_id), feature;

-- On the scale that distances are measured on.
SELECT feature, round(numerical_value, 2) AS value
FROM ML.CENTROIDS(MODEL visitors, STRUCT(TRUE AS standardize))
WHERE numerical_value IS NOT NULL
ORDER BY numerical_value;
