-- ML.ADVANCED_WEIGHTS: how sure the weights of a linear model are.

CREATE TABLE houses AS
SELECT 40 + (i * 37) % 120 AS area,
  CASE i % 3 WHEN 0 THEN 'north' WHEN 1 THEN 'south' ELSE 'west' END AS district,
  (i * 31) % 17 AS floor,
  round(50 + 2.5 * (40 + (i * 37) % 120) + CASE WHEN i % 3 = 0 THEN 12 ELSE 0 END
    + (i * 7919) % 31, 1) AS price,
  CASE WHEN (i * 37) % 120 + (i * 7919) % 61 > 90 THEN 'yes' ELSE 'no' END AS garden
FROM range(1, 401) AS r(i);

CREATE MODEL price_of
OPTIONS (
  MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['price'],
  CALCULATE_P_VALUES = TRUE, CATEGORY_ENCODING_METHOD = 'DUMMY_ENCODING')
AS SELECT area, district, floor, price FROM houses;

-- A category's most frequent value is what the others are compared with: it weighs 0.
SELECT processed_input, category, round(weight, 4) AS weight,
  round(standard_error, 4) AS standard_error, round(p_value, 6) AS p_value
FROM ML.ADVANCED_WEIGHTS(MODEL price_of);

-- Of numbers at mean 0 and standard deviation 1; the intercept is then the price of a mean house.
SELECT processed_input, round(weight, 4) AS weight, round(standard_error, 4) AS standard_error
FROM ML.ADVANCED_WEIGHTS(MODEL price_of, STRUCT(TRUE AS standardize));

-- Two classes: p-values are of the normal distribution.
CREATE MODEL has_garden
OPTIONS (
  MODEL_TYPE = 'LOGISTIC_REG', INPUT_LABEL_COLS = ['garden'],
  CALCULATE_P_VALUES = TRUE, CATEGORY_ENCODING_METHOD = 'DUMMY_ENCODING')
AS SELECT area, floor, garden FROM houses;

SELECT processed_input, round(weight, 4) AS weight, round(standard_error, 4) AS standard_error,
  p_value < 0.05 AS is_significant
FROM ML.ADVANCED_WEIGHTS(MODEL has_garden);

-- What regularisation holds is not as uncertain as it seems, so there are no p-values of it.
CREATE MODEL ridge
OPTIONS (
  MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['price'], L2_REG = 1,
  CALCULATE_P_VALUES = TRUE, CATEGORY_ENCODING_METHOD = 'DUMMY_ENCODING')
AS SELECT area, district, floor, price FROM houses;
