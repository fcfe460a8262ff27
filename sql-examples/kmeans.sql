-- KMEANS: rows in groups of their likes.

CREATE TABLE stations AS
SELECT i AS id, CASE WHEN i % 2 = 0 THEN 5 ELSE 40 END + (i * 37) % 7 AS trips,
  CASE WHEN i % 2 = 0 THEN 1.5 ELSE 9 END + (i * 13) % 5 / 10.0 AS km_from_centre,
  CASE WHEN i % 4 = 1 THEN 'hill' ELSE 'river' END AS place
FROM range(1, 201) AS r(i);

CREATE MODEL station_groups
OPTIONS (MODEL_TYPE = 'KMEANS', NUM_CLUSTERS = 2, KMEANS_INIT_METHOD = 'KMEANS++', STANDARDIZE_FEATURES = TRUE)
AS SELECT trips, km_from_centre, place FROM stations;

SELECT feature, round(numerical_value, 2) AS value
FROM ML.CENTROIDS(MODEL station_groups)
WHERE numerical_value IS NOT NULL
ORDER BY feature, value;

SELECT count(DISTINCT centroid_id) AS groups, count(*) AS stations, min(trips) AS least, max(trips) AS most
FROM ML.PREDICT(MODEL station_groups, TABLE stations)
GROUP BY centroid_id ORDER BY least;

SELECT id, round(nearest_centroids_distance[1].distance, 3) AS distance
FROM ML.PREDICT(MODEL station_groups, (SELECT * FROM stations WHERE id <= 3)) ORDER BY id;

SELECT round(davies_bouldin_index, 3) AS davies_bouldin_index, round(mean_squared_distance, 3) AS mean_squared_distance
FROM ML.EVALUATE(MODEL station_groups);
