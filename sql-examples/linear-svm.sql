-- LINEAR_SVM: a linear classifier with the widest margin, and probabilities of its margins.

CREATE TABLE flowers AS
SELECT i AS id, 4 + (i * 37) % 100 / 25.0 AS petal, 1 + (i * 53) % 100 / 40.0 AS sepal, ['sun', 'shade'][1 + i % 2] AS place,
  CASE WHEN (i * 37) % 100 / 25.0 + (i * 53) % 100 / 40.0 + (i * 7919) % 10 / 10.0 > 3.6 THEN 'large' ELSE 'small' END AS kind
FROM range(400) AS r(i);

CREATE MODEL flower_kind
OPTIONS (MODEL_TYPE = 'LINEAR_SVM', INPUT_LABEL_COLS = ['kind'], L2_REG = 0.1)
AS SELECT petal, sepal, place, kind FROM flowers;

SELECT round(accuracy, 2) AS accuracy, round(roc_auc, 2) AS roc_auc FROM ML.EVALUATE(MODEL flower_kind);

SELECT id, kind, predicted_kind, round(PROBABILITY(flower_kind FOR 'large'), 2) AS large
FROM ML.PREDICT(MODEL flower_kind, (SELECT * FROM flowers WHERE id < 4))
ORDER BY id;

-- The weights are those of the margin.
SELECT processed_input, round(weight, 3) AS weight FROM ML.WEIGHTS(MODEL flower_kind) WHERE weight IS NOT NULL;

-- Where the rows are: one aggregate query for each step.
CREATE MODEL flower_kind_there
OPTIONS (MODEL_TYPE = 'LINEAR_SVM', INPUT_LABEL_COLS = ['kind'], L2_REG = 0.1, EXECUTION = 'warehouse')
AS SELECT petal, sepal, place, kind FROM flowers;

SELECT max(abs(PROBABILITY(flower_kind FOR 'large') - PROBABILITY(flower_kind_there FOR 'large'))) < 1e-9 AS equal
FROM flowers;
