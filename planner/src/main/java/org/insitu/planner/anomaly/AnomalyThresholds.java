/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.anomaly;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.insitu.planner.table.Table;
import org.insitu.udf.sql.SqlDialect;
import org.jspecify.annotations.Nullable;

/**
 * The scores that given shares of the training rows are above: the quantiles of a fit's scores, by
 * interpolation as {@code quantile_cont}, at shares from 0 to 0.01 by 0.0001 and on to 0.5 by
 * 0.001. Between them the threshold is interpolated once more.
 */
public final class AnomalyThresholds {
  /** The key among a version's facts. */
  public static final String FACT = "ANOMALY_THRESHOLDS";

  private static final int FINE = 10_000;
  private static final int FINE_MAX = 100;
  private static final int COARSE = 1000;
  private static final int COARSE_MAX = 500;

  private AnomalyThresholds() {}

  /**
   * The query for the fact. It sorts once: a quantile function of so many fractions is slower.
   *
   * @param scored answers with {@code score}, one per training row
   */
  public static String sql(String scored, SqlDialect dialect) {
    List<String> shares = shares().stream().map(dialect::number).toList();
    return """
    WITH ranked AS MATERIALIZED (SELECT score, row_number() OVER (ORDER BY score) - 1 AS place
      FROM (%s) AS scored),
    wanted AS (SELECT contamination, (n - 1) * (1 - contamination) AS place
      FROM (SELECT unnest([%s]) AS contamination) AS shares
        CROSS JOIN (SELECT count(*) AS n FROM ranked) AS counted)
    SELECT contamination, CASE WHEN low.score = high.score THEN low.score
      ELSE low.score + (high.score - low.score) * (wanted.place - floor(wanted.place)) END AS threshold
    FROM wanted JOIN ranked AS low ON low.place = CAST(floor(wanted.place) AS BIGINT)
      JOIN ranked AS high ON high.place = CAST(ceil(wanted.place) AS BIGINT)
    ORDER BY contamination\
    """
        .formatted(scored, String.join(", ", shares));
  }

  private static List<Double> shares() {
    List<Double> shares = new ArrayList<>();
    for (int i = 0; i < FINE_MAX; i++) {
      shares.add((double) i / FINE);
    }
    for (int i = FINE_MAX * COARSE / FINE; i <= COARSE_MAX; i++) {
      shares.add((double) i / COARSE);
    }
    return shares;
  }

  /** The score that this share of the training rows is above; empty facts have none. */
  static double of(Map<String, Table> facts, double contamination) {
    Table table = facts.get(FACT);
    if (table == null || table.rows().isEmpty()) {
      throw new IllegalArgumentException("no thresholds among the facts");
    }
    int above = 0;
    while (above < table.rows().size() - 1 && share(table, above) < contamination) {
      above++;
    }
    double high = threshold(table, above);
    if (above == 0 || share(table, above) <= contamination) {
      return high;
    }
    double from = share(table, above - 1);
    double low = threshold(table, above - 1);
    double way = (contamination - from) / (share(table, above) - from);
    return low + way * (high - low);
  }

  private static double share(Table table, int row) {
    return number(table.value(row, "contamination"));
  }

  private static double threshold(Table table, int row) {
    return number(table.value(row, "threshold"));
  }

  private static double number(@Nullable Object value) {
    return value instanceof Number number ? number.doubleValue() : Double.NaN;
  }
}
