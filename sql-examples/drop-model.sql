-- DROP MODEL: a whole model, or one of its versions.

CREATE TABLE points AS SELECT i AS x, 2 * i + i % 3 AS y FROM range(1, 101) AS r(i);

CREATE MODEL line OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['y']) AS SELECT x, y FROM points;

TRAIN MODEL line;

-- Version 2 is the default; version 1 can go.
DROP MODEL line VERSION 1;

SHOW VERSIONS OF MODEL line;

DROP MODEL line;

DROP MODEL IF EXISTS line;

SHOW MODELS;
