-- ML.CROSS_VALIDATE: the model's own statement, fitted once per fold and judged on the fold.

CREATE TABLE visits AS
SELECT i // 5 AS patient, 20 + (i * 37) % 60 AS age, (i * 7919) % 100 AS score,
  CASE WHEN (i * 37) % 60 + (i * 7919) % 100 + (i * 31) % 40 > 95 THEN 'yes' ELSE 'no' END AS ill
FROM range(1500) AS r(i);

CREATE MODEL illness
OPTIONS (MODEL_TYPE = 'LOGISTIC_REG', INPUT_LABEL_COLS = ['ill'], DATA_SPLIT_METHOD = 'GROUP', DATA_SPLIT_COL = 'patient')
AS SELECT * FROM visits;

SELECT fold, rows_trained + rows_evaluated AS rows, round(roc_auc, 2) AS roc_auc
FROM ML.CROSS_VALIDATE(MODEL illness, TABLE visits, STRUCT(3 AS folds))
ORDER BY fold;

-- What to expect of it, and how sure that is.
SELECT count(*) AS folds, round(avg(accuracy), 2) AS accuracy, round(stddev(accuracy), 2) AS deviation
FROM ML.CROSS_VALIDATE(MODEL illness, TABLE visits);

-- The rows may be a common table.
WITH older AS (SELECT * FROM visits WHERE age >= 40)
SELECT fold, rows_trained + rows_evaluated AS rows
FROM ML.CROSS_VALIDATE(MODEL illness, TABLE older, STRUCT(2 AS folds))
ORDER BY fold;
