-- ML.FEATURE_INFO: what the fit saw of each input column.

CREATE TABLE people AS
SELECT 20 + (i * 37) % 50 AS age, CASE WHEN i % 10 = 0 THEN NULL ELSE i % 7 END AS visits,
  CASE i % 3 WHEN 0 THEN 'red' WHEN 1 THEN 'blue' END AS colour, i % 5 = 0 AS member,
  (i * 37) % 50 + i % 7 AS score
FROM range(1, 201) AS r(i);

CREATE MODEL score_of OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['score'])
AS SELECT age, visits, colour, member, score FROM people;

SELECT input, min, max, round(mean, 2) AS mean, median, round(stddev, 2) AS stddev, category_count,
  null_count, dimension
FROM ML.FEATURE_INFO(MODEL score_of);
