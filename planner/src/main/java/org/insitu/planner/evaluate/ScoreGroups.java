/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.evaluate;

import org.insitu.udf.sql.SqlDialect;

/**
 * The rows of a model of two classes in groups of neighbouring scores: few, whatever the number of
 * rows, for metrics and curves need only the rows between the scores they look at, and those
 * scores' own rows. The rows are sorted once, by score alone.
 *
 * <p><b>Shape:</b> one row per group, all numbers DOUBLE: {@code n} rows, {@code positives}, of the
 * rows predicted positive {@code tp} and {@code fp}, {@code hits} predicted right, {@code loss} =
 * -sum ln(probability of the class seen), and {@code below_positives}, {@code through_positives}:
 * summed over the positive rows, how many rows score below each, and which share scores no higher.
 * With {@link Marks}, also {@code p} the greatest score, {@code percentile} and {@code cut},
 * whether it is one of these (its group then has this score alone), {@code below} the number of
 * rows with lower scores, {@code positives_above} and {@code negatives_above}.
 */
final class ScoreGroups {
  private ScoreGroups() {}

  /**
   * The scores with a group of their own, of n rows: with P percentiles, the least and those of the
   * rows n i / P (rounded up) in ascending order; with B buckets, those of the rows n i / B
   * (rounded) in descending order.
   */
  record Marks(int percentiles, int buckets) {}

  /**
   * A label that the model does not know is not positive, and its probability is 0. By Kahan's sum
   * the shares times the rows are the number of rows again, up to some hundred millions.
   */
  private static final String COUNTS =
      """
      CAST(count(*) AS DOUBLE) AS n,
        CAST(count(*) FILTER (WHERE positive) AS DOUBLE) AS positives,
        CAST(count(*) FILTER (WHERE positive AND said) AS DOUBLE) AS tp,
        CAST(count(*) FILTER (WHERE NOT positive AND said) AS DOUBLE) AS fp,
        CAST(count(*) FILTER (WHERE hit) AS DOUBLE) AS hits,
        -sum(ln(greatest(CASE WHEN positive THEN p WHEN known THEN 1 - p ELSE 0 END, 1e-15)))
          AS loss,
        CAST(sum(below) FILTER (WHERE positive) AS DOUBLE) AS below_positives,
        fsum(through) FILTER (WHERE positive) AS through_positives\
      """;

  /** All rows as one group. */
  static String all(Scored scored, SqlDialect dialect) {
    return "SELECT %s FROM (%s) AS ranked"
        .formatted(COUNTS, ranked(scored, "(" + scored.sql() + ") AS scored", dialect));
  }

  /** The rows in groups. */
  static String of(Scored scored, Marks marks, SqlDialect dialect) {
    return """
    WITH scored AS (%1$s),
    ranked AS (%2$s),
    placed AS (SELECT *,
        floor(%3$d * below / total) AS percents_below,
        floor(%3$d * round(through * total) / total) AS percents,
        ceil(%4$d * (total - round(through * total) + 0.5) / total) AS cuts_above,
        ceil(%4$d * (total - below + 0.5) / total) AS cuts
      FROM ranked CROSS JOIN (SELECT CAST(count(y) AS DOUBLE) AS total FROM scored) AS everyone),
    marked AS (SELECT *, percents > percents_below OR below = 0 AS percentile,
        cuts > cuts_above AS cut FROM placed),
    score_groups AS (SELECT percentile, cut, CAST(min(below) AS DOUBLE) AS below, max(p) AS p,
        %5$s
      FROM marked
      GROUP BY percentile, cut, percents, cuts, CASE WHEN percentile OR cut THEN below END)
    SELECT *, sum(positives) OVER (ORDER BY below DESC) - positives AS positives_above,
      sum(n - positives) OVER (ORDER BY below DESC) - (n - positives) AS negatives_above
    FROM score_groups\
    """
        .formatted(
            scored.sql(),
            ranked(scored, "scored", dialect),
            marks.percentiles(),
            marks.buckets(),
            COUNTS);
  }

  private static String ranked(Scored scored, String source, SqlDialect dialect) {
    return """
    SELECT *, rank() OVER by_score - 1 AS below, cume_dist() OVER by_score AS through
      FROM (SELECT p1 AS p, y = %1$s AS positive, y IN (%1$s, %2$s) AS known,
          prediction = %1$s AS said, prediction = y AS hit
        FROM %3$s WHERE y IS NOT NULL) AS labelled
      WINDOW by_score AS (ORDER BY p)\
    """
        .formatted(
            dialect.string(scored.classes().get(1)),
            dialect.string(scored.classes().get(0)),
            source);
  }
}
