-- EVALUATE MODEL: the metrics of a model, of its held-out rows or of rows given.

CREATE TABLE loans AS
SELECT i AS loan_id, 18 + (i * 37) % 60 AS age, round(1000 + (i * 7919) % 9000, 0) AS income,
  CASE WHEN (i * 37) % 60 + (i * 7919) % 9000 / 200.0 > 45 THEN 'repaid' ELSE 'defaulted' END AS outcome
FROM range(1, 1001) AS r(i);

CREATE MODEL repays
OPTIONS (MODEL_TYPE = 'BOOSTED_TREE_CLASSIFIER', INPUT_LABEL_COLS = ['outcome'],
  MAX_ITERATIONS = 3, MAX_TREE_DEPTH = 2)
AS SELECT age, income, outcome FROM loans;

-- Of the rows that the split held out when the model was fitted.
EVALUATE MODEL repays;

-- Of other rows, at another threshold.
EVALUATE MODEL repays ON (SELECT * FROM loans WHERE age < 40) OPTIONS (threshold = 0.6);

-- Of a version.
EVALUATE MODEL repays VERSION 1 ON TABLE loans;
