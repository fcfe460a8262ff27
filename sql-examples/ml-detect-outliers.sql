-- ML.DETECT_OUTLIERS: rows whose numbers stand apart from the rest of their column.

CREATE TABLE orders AS
SELECT i AS id, CASE WHEN i = 17 THEN 400 ELSE 10 + i % 9 END AS price, CASE WHEN i = 80 THEN -50 ELSE i % 5 END AS pieces
FROM range(1, 101) AS r(i);

-- More than 3 standard deviations from the mean.
SELECT id, price, pieces, outlier_columns FROM ML.DETECT_OUTLIERS(TABLE orders) WHERE is_outlier ORDER BY id;

-- More than 1.5 interquartile ranges from the quartiles, of one column.
SELECT id, price, is_outlier
FROM ML.DETECT_OUTLIERS((SELECT id, price FROM orders), STRUCT('iqr' AS method, ['price'] AS columns))
WHERE id BETWEEN 16 AND 18 ORDER BY id;
