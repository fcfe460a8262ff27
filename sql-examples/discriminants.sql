-- NAIVE_BAYES, LDA and QDA: classifiers from counts, means and covariances, fitted without iterations.

CREATE TABLE seeds AS
SELECT i AS id, ['kama', 'rosa', 'canadian'][i % 3 + 1] AS kind,
  14 + 2 * (i % 3) - 3 * (i % 3 // 2) + ((i * 37) % 11 - 5) / 5.0 AS area,
  5.5 + 0.4 * (i % 3) + ((i * 53) % 13 - 6) / 20.0 AS length,
  CASE WHEN (i * 7) % 10 < 3 * (i % 3) + 2 THEN 'red' WHEN i % 29 = 0 THEN NULL ELSE 'white' END
    AS colour
FROM range(1, 301) AS r(i);

-- Numbers are taken as normal within each class, categories are counted.
CREATE MODEL kind_by_bayes
OPTIONS (MODEL_TYPE = 'NAIVE_BAYES', INPUT_LABEL_COLS = ['kind'], SMOOTHING = 0.5)
AS SELECT area, length, colour, kind FROM seeds;

SELECT round("precision", 3) AS "precision", round(accuracy, 3) AS accuracy,
  round(log_loss, 3) AS log_loss, round(roc_auc, 3) AS roc_auc
FROM ML.EVALUATE(MODEL kind_by_bayes);

-- One covariance for all classes: the scores are linear, and have weights.
CREATE MODEL kind_by_lda
OPTIONS (MODEL_TYPE = 'LDA', INPUT_LABEL_COLS = ['kind'])
AS SELECT area, length, colour, kind FROM seeds;

SELECT class_label, processed_input, round(weight, 3) AS weight,
  [concat(coalesce(w.category, 'NULL'), ': ', round(w.weight, 2)) FOR w IN category_weights] AS colours
FROM ML.WEIGHTS(MODEL kind_by_lda)
WHERE class_label = 'rosa';

-- A covariance for each class, found by one GROUP BY: no row leaves DuckDB.
CREATE MODEL kind_by_qda
OPTIONS (MODEL_TYPE = 'QDA', INPUT_LABEL_COLS = ['kind'], EXECUTION = 'WAREHOUSE')
AS SELECT area, length, kind FROM seeds;

SELECT * FROM ML.CONFUSION_MATRIX(MODEL kind_by_qda);

-- All three say how sure they are.
SELECT b.id, b.kind, b.predicted_kind AS bayes, l.predicted_kind AS lda,
  round(b.predicted_kind_probs[1].prob, 3) AS by_bayes, round(l.predicted_kind_probs[1].prob, 3) AS by_lda,
  round(PROBABILITY(kind_by_qda FOR 'rosa' USING b.area AS area, b.length AS length), 3) AS rosa_by_qda
FROM ML.PREDICT(MODEL kind_by_bayes, TABLE seeds) AS b
JOIN ML.PREDICT(MODEL kind_by_lda, TABLE seeds) AS l ON l.id = b.id
WHERE b.id <= 4
ORDER BY b.id;

-- A column that does not vary within a class has no covariance with an inverse: QDA refuses it, and
-- says so, unless REG_PARAM draws every covariance a little to variances of one.
CREATE MODEL kind_by_odd
OPTIONS (MODEL_TYPE = 'QDA', INPUT_LABEL_COLS = ['kind'], REG_PARAM = 0.01)
AS SELECT area, CASE kind WHEN 'rosa' THEN 1 ELSE area END AS odd, kind FROM seeds;
