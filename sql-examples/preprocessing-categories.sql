-- Preprocessing functions over categories. Each statement stands by itself.

SELECT id, ML.LABEL_ENCODER(place, 10, 2) OVER () AS code
FROM (VALUES (1, 'sea'), (2, 'lake'), (3, 'sea'), (4, 'lake'), (5, 'pond'), (6, NULL)) AS t(id, place)
ORDER BY id;

SELECT id, ML.ONE_HOT_ENCODER(place, 'none', 10, 2) OVER () AS one_hot,
  ML.ONE_HOT_ENCODER(place, 'most_frequent', 10, 2) OVER () AS dropped
FROM (VALUES (1, 'sea'), (2, 'lake'), (3, 'sea'), (4, 'lake'), (5, 'sea'), (6, 'pond'), (7, NULL)) AS t(id, place)
ORDER BY id;

SELECT ML.FEATURE_CROSS(STRUCT(place, season, month % 2 = 0 AS even), 3) AS crossed
FROM (VALUES ('sea', 'summer', 7), ('lake', 'winter', 12), ('sea', NULL, 4)) AS t(place, season, month);

SELECT ML.POLYNOMIAL_EXPAND(STRUCT(w, h)) AS products
FROM (VALUES (2, 3), (4, NULL)) AS t(w, h);

-- What cannot be is refused.
SELECT ML.LABEL_ENCODER(x, 1000000) OVER () FROM (VALUES ('sea')) AS t(x);
SELECT ML.ONE_HOT_ENCODER(x, 'first') OVER () FROM (VALUES ('sea')) AS t(x);
SELECT ML.FEATURE_CROSS(STRUCT(x, upper(x)), 2) FROM (VALUES ('sea')) AS t(x);
SELECT ML.POLYNOMIAL_EXPAND(STRUCT(x), 5) FROM (VALUES (2)) AS t(x);
