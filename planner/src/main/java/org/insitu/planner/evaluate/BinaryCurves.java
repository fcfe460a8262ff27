/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.evaluate;

import java.util.List;
import java.util.StringJoiner;
import org.insitu.planner.evaluate.ScoreGroups.Marks;
import org.insitu.udf.sql.SqlDialect;

/**
 * The curves of a model of two classes, one row per threshold, highest first; a score above the
 * threshold counts as positive. Thresholds are given, or percentiles of the scores, at most 101.
 */
public final class BinaryCurves {
  static final int STEPS = 100;

  private static final String AT_ZERO =
      """

      UNION SELECT 0, coalesce(sum(positives) FILTER (WHERE p > 0), 0),
        coalesce(sum(n - positives) FILTER (WHERE p > 0), 0),
        sum(positives), sum(n - positives) FROM score_groups\
      """;

  private BinaryCurves() {}

  /**
   * ML.ROC_CURVE.
   *
   * @param thresholds empty for the percentiles of the scores
   */
  public static String roc(Scored scored, List<Double> thresholds, SqlDialect dialect) {
    return curve(
        """
        CASE WHEN positives > 0 THEN tp / positives ELSE 0 END AS recall,
          CASE WHEN negatives > 0 THEN fp / negatives ELSE 0 END AS false_positive_rate\
        """,
        thresholds.isEmpty()
            ? percentiles(scored, "", dialect)
            : given(scored, thresholds, dialect));
  }

  /**
   * ML.PR_CURVE. Where no row counts as positive the precision is 1, as in scikit-learn, so that
   * the curve has a beginning. The percentiles are joined by 0, where every row counts as positive.
   *
   * @param thresholds empty for the percentiles of the scores
   */
  public static String precisionRecall(Scored scored, List<Double> thresholds, SqlDialect dialect) {
    return curve(
        """
        CASE WHEN tp + fp > 0 THEN tp / (tp + fp) ELSE 1 END AS "precision",
          CASE WHEN positives > 0 THEN tp / positives ELSE 0 END AS recall\
        """,
        thresholds.isEmpty()
            ? percentiles(scored, AT_ZERO, dialect)
            : given(scored, thresholds, dialect));
  }

  /**
   * @param points a query of {@code threshold}, rows above it, and rows in all
   */
  private static String curve(String ratios, String points) {
    return """
    SELECT threshold,
      %s,
      CAST(tp AS BIGINT) AS true_positives, CAST(fp AS BIGINT) AS false_positives,
      CAST(negatives - fp AS BIGINT) AS true_negatives,
      CAST(positives - tp AS BIGINT) AS false_negatives
    FROM (%s) AS points WHERE positives IS NOT NULL
    ORDER BY threshold DESC\
    """
        .formatted(ratios, points);
  }

  private static String percentiles(Scored scored, String more, SqlDialect dialect) {
    return """
    WITH score_groups AS (%s)
    SELECT p AS threshold, positives_above AS tp, negatives_above AS fp,
      totals.positives, totals.negatives
    FROM score_groups CROSS JOIN (SELECT sum(positives) AS positives,
      sum(n - positives) AS negatives FROM score_groups) AS totals WHERE percentile%s\
    """
        .formatted(groups(scored, dialect), more);
  }

  private static String groups(Scored scored, SqlDialect dialect) {
    return scored.groups().orElseGet(() -> ScoreGroups.of(scored, new Marks(STEPS, 0), dialect));
  }

  /** The rows by the number of thresholds that they are above. */
  private static String given(Scored scored, List<Double> thresholds, SqlDialect dialect) {
    List<Double> ascending = thresholds.stream().distinct().sorted().toList();
    StringJoiner points = new StringJoiner(", ");
    StringBuilder level = new StringBuilder("CASE");
    for (int i = ascending.size() - 1; i >= 0; i--) {
      String threshold = dialect.number(ascending.get(i));
      level.append(" WHEN p1 > %s THEN %d".formatted(threshold, i + 1));
      points.add("(%s, %d)".formatted(threshold, i));
    }
    level.append(" ELSE 0 END");
    return """
    WITH levels AS (SELECT level, CAST(count(*) FILTER (WHERE positive) AS DOUBLE) AS positives,
        CAST(count(*) FILTER (WHERE NOT positive) AS DOUBLE) AS negatives
      FROM (SELECT %1$s AS level, y = %2$s AS positive FROM (%3$s) AS scored WHERE y IS NOT NULL)
        AS levelled GROUP BY level)
    SELECT threshold, coalesce(sum(positives) FILTER (WHERE level > place), 0) AS tp,
      coalesce(sum(negatives) FILTER (WHERE level > place), 0) AS fp,
      sum(positives) AS positives, sum(negatives) AS negatives
    FROM (VALUES %4$s) AS given(threshold, place) CROSS JOIN levels GROUP BY threshold\
    """
        .formatted(level, dialect.string(scored.classes().get(1)), scored.sql(), points);
  }
}
