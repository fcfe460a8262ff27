-- ML.PREFLIGHT: what a fit would stumble over, before the fit.

CREATE TABLE orders AS
SELECT i AS order_id, i % 9 AS pieces, 'web' AS channel, (i * 7919) % 101 AS basket,
  CASE WHEN i % 10 = 0 THEN (i * 7919) % 103 END AS refund, i % 10 = 0 AS returned
FROM range(1, 601) AS r(i);

SELECT severity, finding, column_name, message
FROM ML.PREFLIGHT(TABLE orders, STRUCT('returned' AS label));

-- STRICT refuses to fit on such data; of the two good columns it fits.
CREATE MODEL returns OPTIONS (MODEL_TYPE = 'LOGISTIC_REG', INPUT_LABEL_COLS = ['returned'], STRICT = TRUE)
AS SELECT pieces, basket, returned FROM orders;
