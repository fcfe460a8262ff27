/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.evaluate;

import org.insitu.planner.evaluate.ScoreGroups.Marks;
import org.insitu.udf.sql.SqlDialect;

/**
 * ML.LIFT of a model of two classes: the rows with the best scores first, divided into buckets of
 * equal size.
 *
 * <p><b>Shape:</b> one row per bucket: {@code bucket BIGINT} from 1, {@code min_score DOUBLE} the
 * least score in it, {@code num_rows BIGINT}, {@code positives DOUBLE}, {@code response_rate
 * DOUBLE} = positives / num_rows, {@code lift DOUBLE} = response_rate / that of all rows; then the
 * same of this bucket and those before it: {@code cumulative_rows BIGINT, cumulative_positives
 * DOUBLE, cumulative_recall DOUBLE, cumulative_lift DOUBLE}.
 *
 * <p>With n rows in B buckets the first i buckets have round(n i / B) rows; a bucket without rows
 * is left out. Where a bucket ends between rows of equal score, their positives are divided in
 * proportion: the mean over every order of these rows, and so never one of them by chance.
 */
public final class Lift {
  private Lift() {}

  public static String sql(Scored scored, int buckets, SqlDialect dialect) {
    return """
    WITH score_groups AS (%1$s),
    totals AS (SELECT sum(positives) AS positives, sum(n) AS n FROM score_groups),
    cuts AS (SELECT i AS bucket, round(n * i / %2$d) AS taken,
        round(n * (i - 1) / %2$d) AS taken_before
      FROM totals CROSS JOIN range(1, %2$d + 1) AS r(i)),
    reached AS (SELECT bucket, taken, taken_before, p,
        positives_above + (taken - positives_above - negatives_above) * positives / n AS found
      FROM cuts JOIN score_groups ON taken > taken_before AND cut
        AND taken > positives_above + negatives_above
        AND taken <= positives_above + negatives_above + n),
    bucketed AS (SELECT *, found - coalesce(lag(found) OVER (ORDER BY bucket), 0) AS here
      FROM reached)
    SELECT bucket, p AS min_score, CAST(taken - taken_before AS BIGINT) AS num_rows,
      here AS positives, here / (taken - taken_before) AS response_rate,
      here / (taken - taken_before) / nullif(totals.positives / totals.n, 0) AS lift,
      CAST(taken AS BIGINT) AS cumulative_rows, found AS cumulative_positives,
      CASE WHEN totals.positives > 0 THEN found / totals.positives ELSE 0 END
        AS cumulative_recall,
      found / taken / nullif(totals.positives / totals.n, 0) AS cumulative_lift
    FROM bucketed CROSS JOIN totals ORDER BY bucket\
    """
        .formatted(
            scored.groups().orElseGet(() -> ScoreGroups.of(scored, new Marks(0, buckets), dialect)),
            buckets);
  }
}
