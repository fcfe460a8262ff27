-- GAUSSIAN_PROCESS: a smooth curve through few, costly measurements.

CREATE TABLE runs AS
SELECT i AS run, i / 10.0 AS hours, 20 + 30 * sin(i / 15.0) + ((i * 7919) % 10) / 10.0 AS yield
FROM range(120) AS r(i);

CREATE MODEL yield_curve
OPTIONS (MODEL_TYPE = 'GAUSSIAN_PROCESS', INPUT_LABEL_COLS = ['yield'])
AS SELECT hours, yield FROM runs;

SELECT r2_score > 0.99 AS fits FROM ML.EVALUATE(MODEL yield_curve);

SELECT run, round(yield) AS yield, round(predicted_yield) AS predicted
FROM ML.PREDICT(MODEL yield_curve, (SELECT * FROM runs WHERE run % 40 = 5))
ORDER BY run;

-- The kernel may be given instead of found.
CREATE MODEL yield_smooth
OPTIONS (MODEL_TYPE = 'GAUSSIAN_PROCESS', INPUT_LABEL_COLS = ['yield'], LENGTH_SCALE = 1, NOISE_RATIO = 0.1)
AS SELECT hours, yield FROM runs;

SELECT round(PREDICT(yield_smooth USING 2.55 AS hours)) AS between_runs;
