-- What models answer for values that training did not see, and for missing ones.

CREATE TABLE houses AS
SELECT 40 + (i * 37) % 120 AS area,
  CASE i % 3 WHEN 0 THEN 'north' WHEN 1 THEN 'south' ELSE 'west' END AS district,
  round(50 + 2.5 * (40 + (i * 37) % 120) + CASE WHEN i % 3 = 0 THEN 40 ELSE 0 END
    + (i * 7919) % 31, 1) AS price
FROM range(1, 401) AS r(i);

CREATE MODEL price_of OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['price'])
AS SELECT area, district, price FROM houses;

-- A missing number, NULL or NaN, counts as the training mean.
SELECT round(PREDICT(price_of USING CAST(NULL AS DOUBLE) AS area, 'north' AS district), 4)
    = round(PREDICT(price_of USING (SELECT avg(area) FROM houses) AS area, 'north' AS district), 4) AS null_is_mean,
  round(PREDICT(price_of USING CAST('nan' AS DOUBLE) AS area, 'north' AS district), 4)
    = round(PREDICT(price_of USING CAST(NULL AS DOUBLE) AS area, 'north' AS district), 4) AS nan_is_null;

-- A category that training did not see weighs 0. So does NULL here, for training had none.
SELECT PREDICT(price_of USING 100 AS area, 'moon' AS district)
    = PREDICT(price_of USING 100 AS area, NULL AS district) AS unseen_weighs_nothing;

-- An infinite number follows IEEE arithmetic.
SELECT PREDICT(price_of USING CAST('inf' AS DOUBLE) AS area, 'north' AS district) AS price;
