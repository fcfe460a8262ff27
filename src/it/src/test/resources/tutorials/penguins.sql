-- Penguins: a linear regression and what it says of itself.
CREATE SCHEMA birds;

CREATE TABLE birds.penguins AS
SELECT species, island, bill_length_mm AS culmen_length_mm, bill_depth_mm AS culmen_depth_mm, flipper_length_mm,
  body_mass_g, upper(sex) AS sex
FROM read_csv(${penguins.csv}, nullstr = 'NA');

CREATE OR REPLACE MODEL
  `birds.mass_model`
OPTIONS
  (model_type='linear_reg',
    input_label_cols=['body_mass_g'],
    enable_global_explain=TRUE,
    category_encoding_method='DUMMY_ENCODING',
    calculate_p_values=TRUE) AS
SELECT
  *
FROM
  `birds.penguins`
WHERE
  body_mass_g IS NOT NULL;

SELECT
  (SELECT r2_score > 0.86 FROM ML.EVALUATE(MODEL `birds.mass_model`)),
  (SELECT count(*) = 168 AND bool_and(len(top_feature_attributions) = 3)
    FROM ML.EXPLAIN_PREDICT(MODEL `birds.mass_model`,
      (SELECT * FROM `birds.penguins` WHERE island = 'Biscoe'), STRUCT(3 AS top_k_features))),
  (SELECT count(*) = 6 AND arg_max(feature, attribution) = 'species' FROM ML.GLOBAL_EXPLAIN(MODEL `birds.mass_model`)),
  (SELECT count(p_value) > 5 FROM ML.ADVANCED_WEIGHTS(MODEL `birds.mass_model`)),
  (SELECT count(*) = 7 FROM ML.WEIGHTS(MODEL `birds.mass_model`, STRUCT(true AS standardize)));
