-- ISOLATION_FOREST: rows that are unlike the others, without a label.

CREATE TABLE payments AS
SELECT i AS payment_id, 20 + (i * 37) % 60 AS amount, 8 + (i * 7) % 12 AS hour,
  CASE WHEN i % 3 = 0 THEN 'card' ELSE 'cash' END AS method
FROM range(1, 501) AS r(i)
UNION ALL
VALUES (901, 950, 3, 'card'), (902, 20, 4, 'card'), (903, 700, 12, 'cash');

-- A share of the training rows are anomalies: three of 503.
CREATE MODEL odd_payments
OPTIONS (MODEL_TYPE = 'ISOLATION_FOREST', CONTAMINATION = 0.006, NUM_TREES = 200)
AS SELECT amount, hour, method FROM payments;

SELECT payment_id, amount, hour, method, round(anomaly_score, 3) AS anomaly_score
FROM ML.PREDICT(MODEL odd_payments, TABLE payments)
WHERE is_anomaly
ORDER BY anomaly_score DESC;

-- As a scalar: the score.
SELECT payment_id, round(PREDICT(odd_payments), 2) AS score
FROM payments
WHERE payment_id IN (1, 901)
ORDER BY payment_id;

-- Splits fall on features at random, so their number says little; splits near the root, with many
-- rows below them, were on features with rows far out.
SELECT feature, importance_weight > 0 AS used, importance_gain
FROM ML.FEATURE_IMPORTANCE(MODEL odd_payments);
