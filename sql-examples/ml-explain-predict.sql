-- ML.EXPLAIN_PREDICT: what each feature added to a prediction.

CREATE TABLE flats AS
SELECT i AS id, 20 + (i * 37) % 80 AS area, (i * 7) % 4 AS floor,
  CASE i % 3 WHEN 0 THEN 'Graz' WHEN 1 THEN 'Linz' ELSE 'Wien' END AS city,
  100 + 9 * (20 + (i * 37) % 80) + 25 * ((i * 7) % 4)
    + CASE i % 3 WHEN 0 THEN 0 WHEN 1 THEN -40 ELSE 160 END + (i * 7919) % 11 AS rent
FROM range(1, 401) AS r(i);

CREATE TABLE questions (id INTEGER, area DOUBLE, floor INTEGER, city VARCHAR);
INSERT INTO questions VALUES (1, 60, 3, 'Wien'), (2, NULL, 1, 'Graz'), (3, 95, 0, 'Bregenz');

-- A linear model: weight times distance from the mean.
CREATE MODEL rent_of
OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['rent'])
AS SELECT area, floor, city, rent FROM flats;

SELECT id, round(predicted_rent, 1) AS predicted_rent, feature.feature,
  round(feature.attribution, 1) AS attribution
FROM (SELECT id, predicted_rent, unnest(top_feature_attributions) AS feature
  FROM ML.EXPLAIN_PREDICT(MODEL rent_of, TABLE questions)) AS explained
ORDER BY id, abs(feature.attribution) DESC;

-- The baseline and all attributions add up to the prediction.
SELECT id, round(baseline_prediction_value, 1) AS baseline, round(prediction_value, 1) AS prediction,
  abs(baseline_prediction_value + list_sum(list_transform(top_feature_attributions,
    lambda a: a.attribution)) - prediction_value) < 1e-9 AS adds_up, approximation_error
FROM ML.EXPLAIN_PREDICT(MODEL rent_of, TABLE questions)
ORDER BY id;

-- Trees: Shapley values. Of a classifier the log-odds of the predicted class are explained.
CREATE MODEL is_dear
OPTIONS (MODEL_TYPE = 'BOOSTED_TREE_CLASSIFIER', INPUT_LABEL_COLS = ['dear'], MAX_ITERATIONS = 5,
  MAX_TREE_DEPTH = 3)
AS SELECT area, floor, city, rent > 700 AS dear FROM flats;

SELECT id, predicted_dear, round(probability, 3) AS probability,
  top_feature_attributions[1].feature AS most, round(top_feature_attributions[1].attribution, 3) AS by,
  round(baseline_prediction_value, 3) AS baseline, round(prediction_value, 3) AS log_odds
FROM ML.EXPLAIN_PREDICT(MODEL is_dear, TABLE questions, STRUCT(1 AS top_k_features))
ORDER BY id;

-- What mattered where the model says yes.
SELECT top_feature_attributions[1].feature AS most, count(*) AS flats
FROM ML.EXPLAIN_PREDICT(MODEL is_dear, TABLE flats, STRUCT(1 AS top_k_features))
WHERE predicted_dear
GROUP BY most
ORDER BY flats DESC;

-- Naive Bayes: what each value says for a class, less what values say on average.
CREATE MODEL dear_by_bayes
OPTIONS (MODEL_TYPE = 'NAIVE_BAYES', INPUT_LABEL_COLS = ['dear'])
AS SELECT area, floor, city, rent > 700 AS dear FROM flats;

SELECT id, predicted_dear, feature.feature, round(feature.attribution, 2) AS attribution,
  round(baseline_prediction_value, 2) AS baseline, round(prediction_value, 2) AS log_odds
FROM (SELECT *, unnest(top_feature_attributions) AS feature
  FROM ML.EXPLAIN_PREDICT(MODEL dear_by_bayes, (SELECT * FROM questions WHERE id = 1))) AS explained
ORDER BY abs(feature.attribution) DESC;
