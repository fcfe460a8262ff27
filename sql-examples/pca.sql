-- PCA: the directions in which rows vary most, instead of the columns themselves.

CREATE TABLE athletes AS
SELECT i AS id, 150 + (i * 37) % 40 AS height, 0.9 * ((i * 37) % 40) + 50 + (i * 53) % 12 AS weight,
  60 - (i * 37) % 40 / 4.0 + (i * 29) % 7 AS pulse,
  CASE WHEN (i * 37) % 40 > 25 THEN 'rowing' WHEN i % 2 = 0 THEN 'judo' ELSE 'diving' END AS sport
FROM range(1, 201) AS r(i);

CREATE MODEL shape
OPTIONS (MODEL_TYPE = 'PCA', NUM_PRINCIPAL_COMPONENTS = 2)
AS SELECT height, weight, pulse, sport FROM athletes;

-- The components stand for the columns of the data ...
SELECT round(principal_component_1, 3) AS first, round(principal_component_2, 3) AS second
FROM ML.PREDICT(MODEL shape, (SELECT * FROM athletes WHERE id <= 3))
ORDER BY first;

-- ... or beside them.
SELECT id, height, round(principal_component_1, 3) AS first
FROM ML.PREDICT(MODEL shape, (SELECT * FROM athletes WHERE id <= 3), STRUCT(TRUE AS keep_original_columns))
ORDER BY id;

-- What each component is made of; a category has a value per level.
SELECT principal_component_id AS id, feature, round(numerical_value, 3) AS value,
  [concat(c.category, ': ', round(c.value, 3)) FOR c IN categorical_value] AS levels
FROM ML.PRINCIPAL_COMPONENTS(MODEL shape);

-- How much of the variance each explains, and all of them.
SELECT principal_component_id AS id, round(eigenvalue, 3) AS eigenvalue,
  round(explained_variance_ratio, 3) AS ratio, round(cumulative_explained_variance_ratio, 3) AS so_far
FROM ML.PRINCIPAL_COMPONENT_INFO(MODEL shape);

SELECT round(total_explained_variance_ratio, 3) AS explained FROM ML.EVALUATE(MODEL shape);

-- As many components as it takes.
CREATE MODEL most_of_it
OPTIONS (MODEL_TYPE = 'PCA', PCA_EXPLAINED_VARIANCE_RATIO = 0.9, SCALE_FEATURES = FALSE)
AS SELECT height, weight, pulse FROM athletes;

SELECT count(*) AS components FROM ML.PRINCIPAL_COMPONENT_INFO(MODEL most_of_it);
