-- PREDICT and PROBABILITY as scalars, and a model's own function.

CREATE TABLE mails AS
SELECT i AS id, (i * 37) % 40 AS links, (i * 13) % 9 AS words,
  CASE WHEN (i * 37) % 40 + (i * 7919) % 30 > 45 THEN 'spam' ELSE 'ham' END AS kind
FROM range(1, 401) AS r(i);

CREATE MODEL spam FUNCTION is_spam
OPTIONS (MODEL_TYPE = 'LOGISTIC_REG', INPUT_LABEL_COLS = ['kind'])
AS SELECT links, words, kind FROM mails;

-- Bound by name to the columns of the query.
SELECT id, PREDICT(spam) AS kind, round(PROBABILITY(spam FOR 'spam'), 3) AS risk
FROM mails
WHERE PREDICT(spam) = 'spam'
ORDER BY risk DESC, id
LIMIT 3;

-- Without FOR, of the second class of two.
SELECT id, round(PROBABILITY(spam), 3) AS risk FROM mails WHERE id <= 2 ORDER BY id;

-- Inputs named by hand.
SELECT PREDICT(spam USING 39 AS links, 2 AS words) AS many, PREDICT(spam USING 0 AS links, 2 AS words) AS few;

-- By position, under the name that FUNCTION gave: in the order of the training query.
SELECT id, is_spam(links, words) AS kind FROM mails WHERE id <= 2 ORDER BY id;

-- A version.
SELECT round(avg(PROBABILITY(spam@1)), 3) AS mean_risk FROM mails;
