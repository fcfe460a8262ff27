-- Preprocessing functions over lists of numbers. Each statement stands by itself.

SELECT ML.NORMALIZER([3.0, 4.0]) AS euclidean, ML.NORMALIZER([3.0, 4.0], 1) AS of_sum_1,
  ML.NORMALIZER([3.0, 4.0], CAST('+inf' AS FLOAT64)) AS of_greatest_1, ML.NORMALIZER([0.0, 0.0]) AS zero;

SELECT ML.LP_NORM([3.0, -4.0, 0.0], 2) AS euclidean, ML.LP_NORM([3.0, -4.0, 0.0], 1) AS manhattan,
  ML.LP_NORM([3.0, -4.0, 0.0], 0) AS not_zero, ML.LP_NORM([3.0, -4.0, 0.0], CAST('+inf' AS FLOAT64)) AS greatest;

SELECT ML.DISTANCE([1.0, 1.0], [4.0, 5.0]) AS euclidean,
  ML.DISTANCE([1.0, 1.0], [4.0, 5.0], 'MANHATTAN') AS manhattan,
  ML.DISTANCE([1.0, 0.0], [0.0, 2.0], 'COSINE') AS cosine;

-- What cannot be is refused.
SELECT ML.LP_NORM([3.0, 4.0], 0.5);
SELECT ML.DISTANCE([1.0, 2.0], [1.0]);
SELECT ML.DISTANCE([1.0], [2.0], 'HAMMING');
