-- ML.LIFT: what a campaign reaches that asks the best scores first.

CREATE TABLE mails AS
SELECT (i * 37) % 40 AS links, CASE WHEN (i * 37) % 40 + (i * 7919) % 30 > 45 THEN 'spam' ELSE 'ham' END AS kind
FROM range(1, 1001) AS r(i);

CREATE MODEL spam OPTIONS (MODEL_TYPE = 'LOGISTIC_REG', INPUT_LABEL_COLS = ['kind'])
AS SELECT links, kind FROM mails;

-- Of the held-out rows, by tenths.
SELECT bucket, num_rows, round(positives, 2) AS positives, round(lift, 2) AS lift,
  round(cumulative_recall, 3) AS cumulative_recall
FROM ML.LIFT(MODEL spam) WHERE bucket <= 5;

-- Of given rows, by quarters.
SELECT bucket, num_rows, round(positives, 2) AS positives, round(response_rate, 3) AS response_rate,
  round(cumulative_lift, 3) AS cumulative_lift
FROM ML.LIFT(MODEL spam, TABLE mails, STRUCT(4 AS num_buckets));
