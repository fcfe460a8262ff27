-- ML.CONFUSION_MATRIX: rows counted by the class they have and the class predicted.

CREATE TABLE parcels AS
SELECT 1 + (i * 37) % 30 AS kg,
  CASE WHEN (i * 37) % 30 + (i * 7919) % 8 < 12 THEN 'letter' WHEN (i * 37) % 30 < 20 THEN 'box'
    ELSE 'big pallet' END AS size, (i * 37) % 30 + (i * 7919) % 8 < 12 AS fits
FROM range(1, 601) AS r(i);

CREATE MODEL size_of
OPTIONS (MODEL_TYPE = 'BOOSTED_TREE_CLASSIFIER', INPUT_LABEL_COLS = ['size'], MAX_ITERATIONS = 3)
AS SELECT kg, size FROM parcels;

-- Of the held-out rows.
SELECT * FROM ML.CONFUSION_MATRIX(MODEL size_of);

-- Of given rows.
SELECT * FROM ML.CONFUSION_MATRIX(MODEL size_of, TABLE parcels);

-- Two classes, at a threshold.
CREATE MODEL fits_box OPTIONS (MODEL_TYPE = 'LOGISTIC_REG', INPUT_LABEL_COLS = ['fits'])
AS SELECT kg, fits FROM parcels;

SELECT * FROM ML.CONFUSION_MATRIX(MODEL fits_box, TABLE parcels, STRUCT(0.8 AS threshold));
