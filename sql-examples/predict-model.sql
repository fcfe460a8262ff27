-- PREDICT MODEL: a prediction for every row, as an answer or as a table.

CREATE TABLE rides AS
SELECT i AS ride_id, 1 + (i * 7) % 20 AS km,
  round(3 + 1.6 * (1 + (i * 7) % 20) + (i * 7919) % 10 / 10.0, 2) AS fare
FROM range(1, 401) AS r(i);

CREATE MODEL fare_of
OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['fare'])
AS SELECT km, fare FROM rides;

PREDICT MODEL fare_of ON (SELECT ride_id, km FROM rides WHERE ride_id <= 3 ORDER BY ride_id);

-- INTO makes a table of the answer.
PREDICT MODEL fare_of VERSION 1 ON TABLE rides INTO predicted_rides;

SELECT count(*) AS rides, round(avg(predicted_fare), 2) AS mean_fare FROM predicted_rides;
