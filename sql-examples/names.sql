-- Names: words that other parsers reserve, double quotes, backticks.

CREATE TABLE "sales 2026" AS
SELECT 2020 + i % 6 AS year, 'r' || i % 3 AS region, 10 + 2 * (i % 6) AS "unit price"
FROM range(60) AS r(i);

-- Backticks quote names in every statement with machine learning in it.
CREATE MODEL large OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['unit price'])
AS SELECT `year`, region, `unit price` FROM `sales 2026`;

TRAIN MODEL `large` ON (
  SELECT year, `region`, "unit price" FROM `sales 2026`
);

SELECT `unit price`, `year`, round(PREDICT(`large`), 3) AS predicted
FROM `sales 2026` WHERE `year` = 2025 AND '`' <> "region"
LIMIT 1;

-- A word that is reserved everywhere is told so.
DROP MODEL left;
