-- ALTER MODEL: which version serves, names for versions, another name for the model.

CREATE TABLE points AS SELECT i AS x, 2 * i + i % 3 AS y FROM range(1, 101) AS r(i);

CREATE MODEL line OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['y']) AS SELECT x, y FROM points;

TRAIN MODEL line ON (SELECT x, y + 100 AS y FROM points);

-- Version 2 serves since it was fitted; go back.
ALTER MODEL line SET DEFAULT VERSION 1;

ALTER MODEL line SET ALIAS challenger = VERSION 2;

SELECT x, round(PREDICT(line), 1) AS now, round(PREDICT(line@challenger), 1) AS challenger
FROM points WHERE x IN (10, 20) ORDER BY x;

ALTER MODEL line RENAME TO slope;

SHOW VERSIONS OF MODEL slope;

ALTER MODEL slope SET OPTIONS (description = 'y by x', labels = [STRUCT('team', 'sales')]);

SHOW MODELS;
