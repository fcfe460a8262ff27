-- Clusters of bike stations: common tables make the rows, for the fit and for the prediction.
CREATE SCHEMA tutorial;

CREATE TABLE tutorial.hires AS
SELECT i AS rental_id, 60 * (1 + (i * 7919) % 90) AS duration, 'Station ' || (i * 37) % 60 AS start_station_name,
  TIMESTAMP '2015-05-01 00:00:00' + INTERVAL (i * 17) MINUTE AS start_date
FROM range(6000) AS r(i);

CREATE TABLE tutorial.stations AS
SELECT 'Station ' || i AS name, 51.5 + i % 7 / 100.0 AS latitude, -0.1 + i % 11 / 100.0 AS longitude
FROM range(60) AS r(i);

CREATE OR REPLACE MODEL
  `tutorial.station_clusters`
OPTIONS
  (model_type='kmeans',
    num_clusters=4,
    standardize_features=TRUE) AS
WITH
  hs AS (
  SELECT
    h.start_station_name AS station_name,
    IF
    (EXTRACT(DAYOFWEEK FROM h.start_date) IN (0, 6),
      'weekend',
      'weekday') AS day_kind,
    h.duration,
    SQRT(POW(s.latitude - 51.5, 2) + POW(s.longitude + 0.1, 2)) AS from_centre
  FROM
    `tutorial.hires` AS h
  JOIN
    `tutorial.stations` AS s
  ON
    h.start_station_name = s.name
  WHERE
    h.start_date BETWEEN CAST('2015-05-01 00:00:00' AS TIMESTAMP)
    AND CAST('2015-07-01 00:00:00' AS TIMESTAMP) ),
  stats AS (
  SELECT
    station_name,
    day_kind,
    AVG(duration) AS duration,
    COUNT(duration) AS num_trips,
    MAX(from_centre) AS from_centre
  FROM
    hs
  GROUP BY
    station_name,
    day_kind )
SELECT
  * EXCEPT(station_name,
    day_kind)
FROM
  stats;

CREATE TABLE tutorial.assigned AS
WITH
  stats AS (
  SELECT
    h.start_station_name AS station_name,
    AVG(h.duration) AS duration,
    COUNT(h.duration) AS num_trips,
    MAX(SQRT(POW(s.latitude - 51.5, 2) + POW(s.longitude + 0.1, 2))) AS from_centre
  FROM
    `tutorial.hires` AS h
  JOIN
    `tutorial.stations` AS s
  ON
    h.start_station_name = s.name
  GROUP BY
    station_name )
SELECT
  * EXCEPT(nearest_centroids_distance)
FROM
  ML.PREDICT( MODEL `tutorial.station_clusters`,
    (
    SELECT
      *
    FROM
      stats
    WHERE
      station_name LIKE '%5%'));

SELECT
  (SELECT count(*) = 15 AND bool_and(centroid_id BETWEEN 1 AND 4) FROM `tutorial.assigned`),
  (SELECT count(*) = 12 FROM ML.CENTROIDS(MODEL `tutorial.station_clusters`)),
  (SELECT davies_bouldin_index > 0 FROM ML.EVALUATE(MODEL `tutorial.station_clusters`)),
  (SELECT bool_or(is_anomaly) AND NOT bool_and(is_anomaly)
    FROM ML.DETECT_ANOMALIES(MODEL `tutorial.station_clusters`, STRUCT(0.02 AS contamination),
      (SELECT 40 * i AS duration, i AS num_trips, i / 1000.0 AS from_centre FROM range(200) AS r(i))));
