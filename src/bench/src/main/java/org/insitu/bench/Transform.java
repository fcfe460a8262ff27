/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.bench;

import java.util.List;

/**
 * A transformation of ten analytic functions by CREATE MODEL, planning and storing included,
 * against one bare query of the aggregates that they need.
 */
public final class Transform {
  private static final int ROWS = 1_000_000;
  private static final double MOST = 2;

  private static final String STATEMENT =
      """
      CREATE OR REPLACE MODEL ten
      TRANSFORM (ML.STANDARD_SCALER(x0) OVER () AS standard, ML.MIN_MAX_SCALER(x1) OVER () AS min_max,
        ML.MAX_ABS_SCALER(x2) OVER () AS max_abs, ML.ROBUST_SCALER(x3) OVER () AS robust,
        ML.IMPUTER(gap, 'mean') OVER () AS mean, ML.IMPUTER(gap, 'median') OVER () AS median,
        ML.QUANTILE_BUCKETIZE(x4, 10) OVER () AS bucket,
        ML.CLIP_QUANTILES(x5, 0.01, 0.99) OVER () AS clipped,
        ML.ONE_HOT_ENCODER(c0) OVER () AS one_hot, ML.LABEL_ENCODER(c1) OVER () AS code)
      OPTIONS (MODEL_TYPE = 'TRANSFORM_ONLY')
      AS SELECT x0, x1, x2, x3, x4, x5, gap, c0, c1 FROM tabular
      """;

  /** Some of what was found, to be compared. */
  private static final String FOUND =
      """
      SELECT concat_ws(', ', round(standard, 9), round(robust, 9), round(mean, 9),
        round(median, 9), round(clipped, 9), code)
      FROM ML.TRANSFORM(MODEL ten, (SELECT 0.0::DOUBLE AS x0, 0.0::DOUBLE AS x1, 0.0::DOUBLE AS x2,
        0.0::DOUBLE AS x3, 0.0::DOUBLE AS x4, 0.0::DOUBLE AS x5, NULL::DOUBLE AS gap,
        'level 20' AS c0, 'level 20' AS c1))
      """;

  private static final String BARE =
      """
      SELECT avg(x0) AS mean0, stddev_samp(x0) AS deviation0, min(x1), max(x1), max(abs(x2)),
        quantile_cont(x3, [0.25, 0.5, 0.75]) AS quartiles, avg(gap) AS mean, median(gap) AS median,
        quantile_cont(x4, [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]),
        quantile_cont(x5, [0.01, 0.99]) AS ends, histogram(c0), histogram(c1) AS codes
      FROM tabular
      """;

  private static final String BARE_FOUND =
      """
      SELECT concat_ws(', ', round(-mean0 / deviation0, 9),
        round(-quartiles[2] / (quartiles[3] - quartiles[1]), 9), round(mean, 9), round(median, 9),
        round(ends[1], 9), list_position(list_sort(map_keys(codes)), 'level 20'))
      FROM (%s) AS bare
      """
          .formatted(BARE);

  private Transform() {}

  public static void main(String[] args) throws Exception {
    Machine.print();
    int rows = Integer.getInteger("rows", ROWS);
    try (Lab lab = new Lab()) {
      Tabular.create(lab, rows);
      List<Samples> samples =
          Rounds.ofWhole()
              .run(
                  "TRANSFORM_ONLY of ten functions over %,d rows".formatted(rows),
                  rows,
                  List.of(
                      new Contender(
                          "CREATE MODEL",
                          () -> Timed.of(() -> lab.run(STATEMENT), () -> lab.last(FOUND))),
                      new Contender(
                          "DuckDB, bare aggregates",
                          () -> Timed.of(() -> lab.run(BARE), () -> lab.last(BARE_FOUND)))));
      Rounds.verdict("Transform", samples.get(0), samples.get(1), MOST);
    }
  }
}
