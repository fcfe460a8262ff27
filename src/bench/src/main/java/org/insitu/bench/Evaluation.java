/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * ML.EVALUATE of a linear model over a table, against the bare aggregates of the same metrics over
 * the predictions' expression written by hand, in the same session of the same DuckDB.
 */
public final class Evaluation {
  private static final int ROWS = 1_000_000;
  private static final int FIT_ROWS = 100_000;
  private static final double MOST = 1.5;

  /** Higgs with a label for which logarithms exist. */
  private static final String VIEW = "positive";

  private static final String METRICS =
      "concat_ws(', ', round(mean_absolute_error, 9), round(mean_squared_error, 9),"
          + " round(mean_squared_log_error, 9), round(median_absolute_error, 9),"
          + " round(r2_score, 9), round(explained_variance, 9))";

  private Evaluation() {}

  public static void main(String[] args) throws Exception {
    Machine.print();
    int rows = Higgs.rows(ROWS);
    try (Lab lab = new Lab()) {
      Higgs.create(lab, rows);
      lab.run(
          "CREATE VIEW %s AS SELECT %s, 3 + CAST(y AS DOUBLE) AS y FROM %s"
              .formatted(VIEW, Higgs.features(), Higgs.TABLE));
      lab.run(
          """
          CREATE MODEL linear OPTIONS (MODEL_TYPE = 'LINEAR_REG', INPUT_LABEL_COLS = ['y'],
            DATA_SPLIT_METHOD = 'NO_SPLIT')
          AS SELECT * FROM %s LIMIT %d
          """
              .formatted(VIEW, FIT_ROWS));
      List<Contender> contenders = new ArrayList<>();
      String ours = "SELECT %s FROM ML.EVALUATE(MODEL linear, TABLE %s)".formatted(METRICS, VIEW);
      contenders.add(new Contender("ML.EVALUATE", () -> lab.last(ours)));
      for (ByHand form : ByHand.values()) {
        String byHand = byHand(form.sum(lab, "linear"));
        contenders.add(new Contender("by hand, " + form.text(), () -> lab.last(byHand)));
      }
      List<Samples> samples =
          Rounds.ofWhole()
              .run(
                  "ML.EVALUATE, linear, %,d x %d".formatted(rows, Higgs.FEATURES),
                  rows,
                  contenders);
      for (ByHand form : ByHand.values()) {
        Samples peer = samples.get(1 + form.ordinal());
        Rounds.verdict("Evaluation, to " + form.text(), samples.getFirst(), peer, MOST);
      }
    }
  }

  private static String byHand(String sum) {
    return """
    SELECT %s FROM (
      SELECT avg(abs(y - p)) AS mean_absolute_error, avg((y - p) * (y - p)) AS mean_squared_error,
        avg(pow(ln(1 + y) - ln(1 + p), 2)) AS mean_squared_log_error,
        median(abs(y - p)) AS median_absolute_error,
        1 - avg((y - p) * (y - p)) / var_pop(y) AS r2_score,
        1 - var_pop(y - p) / var_pop(y) AS explained_variance
      FROM (SELECT y, %s AS p FROM %s))
    """
        .formatted(METRICS, sum, VIEW);
  }
}
