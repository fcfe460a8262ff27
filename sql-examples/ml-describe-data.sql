-- ML.DESCRIBE_DATA: what each column of a table holds.

CREATE TABLE parcels AS
SELECT i AS id, CASE WHEN i % 10 > 0 THEN i % 40 END AS kg, 'zone ' || (i % 3) AS zone, [i, i % 5] AS stops
FROM range(1, 101) AS r(i);

SELECT name, num_rows, num_nulls, num_zeros, min, max, round(mean, 2) AS mean, round(stdev, 2) AS stdev, median
FROM ML.DESCRIBE_DATA(TABLE parcels);

-- Quartiles of numbers, the two most frequent values of the others.
SELECT name, quantiles, "unique", avg_string_length, top_values
FROM ML.DESCRIBE_DATA((SELECT kg, zone FROM parcels), STRUCT(4 AS num_quantiles, 2 AS top_k));

-- Lists: their lengths, and the statistics of their elements.
SELECT name, num_values, max, min_array_length, max_array_length, total_array_length, array_length_quantiles
FROM ML.DESCRIBE_DATA((SELECT stops FROM parcels), STRUCT(2 AS num_array_length_quantiles));
