-- SET: settings of the session, and settings of the warehouse.

-- Where LINEAR_REG is fitted when the model does not say.
SET insitu.execution = 'local';

SHOW insitu.execution;

CREATE TABLE points AS SELECT i AS x, 2 * i + i % 3 AS y FROM range(1, 101) AS r(i);

CREATE MODEL line OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['y']) AS SELECT x, y FROM points;

RESET insitu.execution;

-- Other names are the warehouse's own and go to it as they are.
SET threads = 2;

SELECT current_setting('threads') AS threads;

RESET threads;
