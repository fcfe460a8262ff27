-- ML.CALIBRATION: whether of the rows given a probability of 70 % about 70 % are positive.

CREATE TABLE mails AS
SELECT (i * 37) % 40 AS links, CASE WHEN (i * 37) % 40 + (i * 7919) % 30 > 45 THEN 'spam' ELSE 'ham' END AS kind
FROM range(1, 1001) AS r(i);

CREATE MODEL spam OPTIONS (MODEL_TYPE = 'LOGISTIC_REG', INPUT_LABEL_COLS = ['kind'])
AS SELECT links, kind FROM mails;

-- The held-out rows.
SELECT bucket, num_rows, positives, round(mean_probability, 3) AS mean_probability,
  round(observed_frequency, 3) AS observed_frequency
FROM ML.CALIBRATION(MODEL spam);

-- Given rows in buckets of about as many rows; the expected calibration error.
SELECT round(sum(num_rows * abs(mean_probability - observed_frequency)) / sum(num_rows), 3) AS calibration_error
FROM ML.CALIBRATION(MODEL spam, TABLE mails, STRUCT(5 AS num_buckets, 'quantile' AS bucket_strategy));
