-- ML.WEIGHTS: what a linear model learned.

CREATE TABLE houses AS
SELECT 40 + (i * 37) % 120 AS area,
  CASE i % 3 WHEN 0 THEN 'north' WHEN 1 THEN 'south' ELSE NULL END AS district,
  round(50 + 2.5 * (40 + (i * 37) % 120) + CASE WHEN i % 3 = 0 THEN 40 ELSE 0 END
    + (i * 7919) % 31, 1) AS price,
  CASE (i * 37) % 3 WHEN 0 THEN 'flat' WHEN 1 THEN 'house' ELSE 'villa' END AS kind
FROM range(1, 401) AS r(i);

CREATE MODEL price_of OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['price'])
AS SELECT area, district, price FROM houses;

-- A number has one weight; a category one for each of its values, NULL last.
SELECT processed_input, round(weight, 3) AS weight,
  [concat(w.category, ': ', round(w.weight, 2)) FOR w IN category_weights] AS categories
FROM ML.WEIGHTS(MODEL price_of);

-- As if every number had mean 0 and standard deviation 1: weights that can be compared.
SELECT processed_input, round(weight, 3) AS weight
FROM ML.WEIGHTS(MODEL price_of, STRUCT(TRUE AS standardize));

-- Three classes or more: weights for each class.
CREATE MODEL kind_of
OPTIONS (MODEL_TYPE = 'LOGISTIC_REG', INPUT_LABEL_COLS = ['kind'], L2_REG = 1)
AS SELECT area, price, kind FROM houses;

SELECT class_label, processed_input, round(weight, 4) AS weight FROM ML.WEIGHTS(MODEL kind_of);
