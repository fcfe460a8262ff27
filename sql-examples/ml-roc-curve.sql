-- ML.ROC_CURVE: what each threshold finds, and what it costs.

CREATE TABLE mails AS
SELECT (i * 37) % 40 AS links, CASE WHEN (i * 37) % 40 + (i * 7919) % 30 > 45 THEN 'spam' ELSE 'ham' END AS kind
FROM range(1, 1001) AS r(i);

CREATE MODEL spam OPTIONS (MODEL_TYPE = 'LOGISTIC_REG', INPUT_LABEL_COLS = ['kind'])
AS SELECT links, kind FROM mails;

-- The held-out rows, at percentiles of their scores; spam is the second class, the positive one.
SELECT count(*) AS points, round(max(recall), 2) AS best_recall FROM ML.ROC_CURVE(MODEL spam);

-- Given rows at given thresholds.
SELECT threshold, round(recall, 3) AS recall, round(false_positive_rate, 3) AS false_positive_rate,
  true_positives, false_positives, true_negatives, false_negatives
FROM ML.ROC_CURVE(MODEL spam, TABLE mails, STRUCT([0.2, 0.5, 0.8] AS thresholds));
