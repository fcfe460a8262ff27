-- KNN: what the nearest training rows say.

CREATE TABLE flats AS
SELECT i AS id, 30 + (i * 37) % 90 AS area, (i * 13) % 6 AS storey, ['centre', 'edge'][1 + i % 2] AS place,
  10 * (30 + (i * 37) % 90) + 40 * ((i * 13) % 6) + 150 * (1 - i % 2) AS rent,
  CASE WHEN 10 * (30 + (i * 37) % 90) + 150 * (1 - i % 2) > 800 THEN 'dear' ELSE 'cheap' END AS class
FROM range(300) AS r(i);

CREATE MODEL flat_class
OPTIONS (MODEL_TYPE = 'KNN_CLASSIFIER', INPUT_LABEL_COLS = ['class'], NUM_NEIGHBORS = 5)
AS SELECT area, storey, place, class FROM flats;

SELECT id, class, predicted_class, round(PROBABILITY(flat_class FOR 'dear'), 2) AS dear
FROM ML.PREDICT(MODEL flat_class, (SELECT * FROM flats WHERE id < 4))
ORDER BY id;

-- Numbers: the mean of the neighbours, nearer ones weighing more.
CREATE MODEL flat_rent
OPTIONS (MODEL_TYPE = 'KNN_REGRESSOR', INPUT_LABEL_COLS = ['rent'], NUM_NEIGHBORS = 3, NEIGHBOR_WEIGHTS = 'distance')
AS SELECT area, storey, place, rent FROM flats;

SELECT round(PREDICT(flat_rent USING 55.5 AS area, 2 AS storey, 'centre' AS place)) AS rent;

-- How many neighbours are best.
CREATE MODEL flat_tuned
OPTIONS (MODEL_TYPE = 'KNN', INPUT_LABEL_COLS = ['class'], NUM_TRIALS = 3, HPARAM_TUNING_ALGORITHM = 'GRID_SEARCH',
  NUM_NEIGHBORS = HPARAM_CANDIDATES([1, 5, 25]))
AS SELECT area, storey, place, class FROM flats;

SELECT trial_id, hyperparameters, status FROM ML.TRIAL_INFO(MODEL flat_tuned) ORDER BY trial_id;
