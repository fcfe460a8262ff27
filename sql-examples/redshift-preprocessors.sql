-- Amazon Redshift's PREPROCESSORS: what is done to columns before training, kept with the model.
CREATE TABLE customers AS
SELECT i AS id, 18 + (i * 37) % 60 AS age,
  CASE WHEN i % 10 > 0 THEN (i * 53) % 900 + 100.0 END AS spent,
  CASE WHEN i % 8 > 0 THEN ['north', 'south', 'west'][1 + (i * 7) % 3] END AS region,
  ['basic', 'plus', 'pro'][1 + (i * 5) % 3] AS plan,
  DATE '2025-01-01' + CAST((i * 11) % 700 AS INT) AS joined,
  round(20 + (18 + (i * 37) % 60) / 3 + ((i * 53) % 900) / 50 + 4 * ((i * 7) % 3) + (i * i) % 5, 1) AS visits
FROM range(1, 401) AS r(i);

CREATE MODEL visits_of_customers
FROM (SELECT age, spent, region, plan, joined, visits FROM customers)
TARGET visits
FUNCTION visits_fn
MODEL_TYPE LINEAR_LEARNER
PROBLEM_TYPE REGRESSION
PREPROCESSORS '[
  {"ColumnSet": ["age"], "Transformers": ["StandardScaler"]},
  {"ColumnSet": ["spent"], "Transformers": ["ImputerWithIndicator", "StandardScaler"]},
  {"ColumnSet": ["region"], "Transformers": ["Imputer", "OneHotEncoder"]},
  {"ColumnSet": ["joined"], "Transformers": ["DateTimeVectorizer", "MinMax"]}
]';

-- What the model learns from; plan is in no set, and a category as it is.
SELECT processed_input, round(weight, 4) AS weight, len(category_weights) AS categories
FROM ML.WEIGHTS(MODEL visits_of_customers);

-- By position and by name: the raw columns, in the order of the training query.
SELECT id, round(visits_fn(age, spent, region, plan, joined), 3) AS by_position,
  round(predicted_visits, 3) AS by_name
FROM ML.PREDICT(MODEL visits_of_customers, (SELECT * FROM customers WHERE id % 80 = 0))
ORDER BY id;

-- A missing amount, a region that training did not have.
SELECT round(visits_fn(30, NULL, 'east', 'pro', DATE '2025-06-01'), 3) AS visits;

-- The columns as the model takes them.
SELECT round(spent, 3) AS spent, spent_missing, round(joined_month, 3) AS joined_month, plan
FROM ML.TRANSFORM(MODEL visits_of_customers, (SELECT * FROM customers WHERE id IN (9, 10)))
ORDER BY spent;

-- XGBoost gets a column of 0 and 1 for each category.
CREATE MODEL visits_by_trees
FROM (SELECT age, region, visits FROM customers)
TARGET visits
FUNCTION visits_trees_fn
MODEL_TYPE XGBOOST
PREPROCESSORS '[{"ColumnSet": ["region"], "Transformers": ["OneHotEncoder"]}]';

SELECT feature FROM ML.FEATURE_IMPORTANCE(MODEL visits_by_trees) ORDER BY feature;

-- Mistakes are named where they stand.
CREATE MODEL wrong
FROM customers
TARGET visits
FUNCTION wrong_fn
PREPROCESSORS '[{"ColumnSet": ["spend"], "Transformers": ["Imputer"]}]';
