-- Preprocessing functions over lists of texts. Each statement stands by itself.

SELECT id, ML.MULTI_HOT_ENCODER(words, 10, 2) OVER () AS hot
FROM (VALUES (1, ['calm', 'sea']), (2, ['sea', 'sea', 'storm']), (3, ['storm', 'odd']), (4, NULL)) AS t(id, words)
ORDER BY id;

SELECT id, ML.BAG_OF_WORDS(words, 10, 2) OVER () AS bag
FROM (VALUES (1, ['calm', 'sea']), (2, ['sea', 'sea', 'storm']), (3, ['storm', 'odd']), (4, NULL)) AS t(id, words)
ORDER BY id;

SELECT id, [{'index': e.index, 'value': round(e.value, 4)} FOR e IN ML.TF_IDF(words, 10, 2) OVER ()] AS weights
FROM (VALUES (1, ['calm', 'sea']), (2, ['sea', 'sea', 'storm']), (3, ['storm', 'odd']), (4, NULL)) AS t(id, words)
ORDER BY id;

SELECT ML.NGRAMS(['a', 'calm', 'blue', 'sea'], [2, 3], '_') AS grams,
  ML.NGRAMS(['a', 'calm', 'blue', 'sea'], 2) AS pairs;

-- What cannot be is refused.
SELECT ML.NGRAMS(['a', 'b'], [3, 2]);
SELECT ML.BAG_OF_WORDS(words, 0) OVER () FROM (VALUES (['sea'])) AS t(words);
SELECT ML.TF_IDF(ML.NGRAMS(words, 2)) OVER () FROM (VALUES (['calm', 'sea'])) AS t(words);
