-- EXPLAIN: where each part of a statement runs, what is sent there, what moves.

CREATE TABLE points AS
SELECT i AS x, i % 7 AS z, 2 * i + i % 3 AS y FROM range(1, 101) AS r(i);

-- Before a fit. Nothing is read but the names and types of columns.
EXPLAIN CREATE MODEL line
OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['y']) AS SELECT x, z, y FROM points;

CREATE MODEL tree
OPTIONS (MODEL_TYPE = 'BOOSTED_TREE_REGRESSOR', INPUT_LABEL_COLS = ['y'],
  MAX_ITERATIONS = 1, MAX_TREE_DEPTH = 1)
AS SELECT x, y FROM points;

-- A query: the whole statement runs in the warehouse, the model is part of it.
EXPLAIN SELECT x, round(PREDICT(tree), 1) AS y FROM points WHERE z = 3;

-- The same for programs.
EXPLAIN FORMAT JSON SELECT x, round(PREDICT(tree), 1) AS y FROM points WHERE z = 3;
