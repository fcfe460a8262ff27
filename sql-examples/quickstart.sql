-- A shop's first hour with Insitu: data, a model, its quality, its answers, and what ran where.
-- Run it with:  insitu quickstart      or:  insitu run sql-examples/quickstart.sql

-- 1. Data: two thousand customers. Any table will do; this one is made here.
CREATE TABLE customers AS
SELECT i AS customer_id,
  18 + (i * 37) % 60 AS age,
  CASE WHEN i % 11 = 0 THEN NULL ELSE round(20 + (i * 7919) % 180 + 0.25 * (i % 4), 2) END AS monthly_spend,
  CASE (i * 31) % 7 WHEN 0 THEN 'premium' WHEN 1 THEN 'premium' WHEN 2 THEN NULL ELSE 'basic' END AS plan,
  (i * 13) % 5 = 0 AS called_support,
  DATE '2024-01-01' + CAST((i * 17) % 700 AS INTEGER) AS joined_on
FROM range(1, 2001) AS r(i);

-- Who left? Mostly young customers on the basic plan who called support, and some by chance.
CREATE TABLE history AS
SELECT *,
  CASE WHEN (CASE WHEN plan = 'premium' THEN 0 ELSE 2 END)
      + (CASE WHEN called_support THEN 3 ELSE 0 END)
      + (60 - age) / 12.0 + (customer_id * 7907 % 100) / 25.0 > 6
    THEN 'yes' ELSE 'no' END AS churned
FROM customers;

-- 2. A model. Numbers, categories, booleans, dates and NULLs are ordinary input.
CREATE MODEL churn
OPTIONS (MODEL_TYPE = 'LOGISTIC_REG', INPUT_LABEL_COLS = ['churned'])
AS SELECT age, monthly_spend, plan, called_support, churned FROM history;

-- 3. How good is it? Asked of the rows that were held out of the training.
SELECT round("precision", 2) AS "precision", round(recall, 2) AS recall,
  round(accuracy, 2) AS accuracy, round(roc_auc, 3) AS roc_auc
FROM ML.EVALUATE(MODEL churn);

-- 4. What did it learn?
SELECT processed_input, round(weight, 3) AS weight, category_weights IS NOT NULL AS has_categories
FROM ML.WEIGHTS(MODEL churn);

-- 5. Ask it: predictions join and aggregate like any other column.
CREATE TABLE regions AS
SELECT * FROM (VALUES (0, 'north'), (1, 'south'), (2, 'east'), (3, 'west')) AS r(region_id, region);

SELECT r.region, count(*) AS customers, count(*) FILTER (WHERE p.predicted_churned = 'yes') AS at_risk
FROM ML.PREDICT(MODEL churn, TABLE customers) AS p
JOIN regions AS r ON r.region_id = p.customer_id % 4
GROUP BY r.region
ORDER BY r.region;

-- The same as a scalar, bound by column name.
SELECT customer_id, plan, round(PROBABILITY(churn FOR 'yes'), 3) AS risk
FROM customers
WHERE PREDICT(churn) = 'yes'
ORDER BY risk DESC, customer_id
LIMIT 5;

-- 6. What runs where, and what moves? EXPLAIN says it before anything does.
EXPLAIN SELECT avg(age) FROM ML.PREDICT(MODEL churn, TABLE customers) WHERE predicted_churned = 'yes';
