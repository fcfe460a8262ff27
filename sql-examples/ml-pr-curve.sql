-- ML.PR_CURVE: how many of those found are right, and how many of the right are found.

CREATE TABLE mails AS
SELECT (i * 37) % 40 AS links, CASE WHEN (i * 37) % 40 + (i * 7919) % 30 > 45 THEN 'spam' ELSE 'ham' END AS kind
FROM range(1, 1001) AS r(i);

CREATE MODEL spam OPTIONS (MODEL_TYPE = 'LOGISTIC_REG', INPUT_LABEL_COLS = ['kind'])
AS SELECT links, kind FROM mails;

-- The held-out rows; the curve begins at precision 1 and ends where every mail is called spam.
SELECT round(threshold, 3) AS threshold, round("precision", 3) AS "precision", round(recall, 3) AS recall
FROM ML.PR_CURVE(MODEL spam) WHERE threshold > 0.5 OR threshold = 0;

-- The highest threshold that still finds 80 % of the spam of given rows.
SELECT max(threshold) AS threshold
FROM ML.PR_CURVE(MODEL spam, TABLE mails, STRUCT([0.1, 0.2, 0.3, 0.4, 0.5] AS thresholds)) WHERE recall >= 0.8;
