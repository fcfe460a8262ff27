/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * Case 7: an aggregate over ML.PREDICT of a linear and of a logistic model, against the expression
 * that one would write by hand, in the same session of the same DuckDB.
 */
public final class LinearPrediction {
  private static final int ROWS = 10_000_000;
  private static final int FIT_ROWS = 100_000;
  private static final double TARGET = 1.05;

  private LinearPrediction() {}

  public static void main(String[] args) throws Exception {
    Machine.print();
    int rows = Higgs.rows(ROWS);
    try (Lab lab = new Lab()) {
      Higgs.create(lab, rows);
      lab.run(fit("linear", "LINEAR_REG", "y"));
      lab.run(fit("logistic", "LOGISTIC_REG", "label"));
      String linear = "SELECT sum(predicted_y) FROM ML.PREDICT(MODEL linear, TABLE higgs)";
      String logistic = "SELECT sum(PROBABILITY(logistic FOR 1)) FROM higgs";
      List<Contender> contenders = new ArrayList<>();
      contenders.add(new Contender("linear, ML.PREDICT", () -> lab.last(linear)));
      contenders.add(new Contender("logistic, PROBABILITY", () -> lab.last(logistic)));
      for (ByHand form : ByHand.values()) {
        String sum = form.sum(lab, "linear");
        String score = form.sum(lab, "logistic");
        contenders.add(
            new Contender(
                "linear by hand, " + form.text(),
                () -> lab.last("SELECT sum(" + sum + ") FROM higgs")));
        contenders.add(
            new Contender(
                "logistic by hand, " + form.text(),
                () -> lab.last("SELECT sum(1 / (1 + exp(-(" + score + ")))) FROM higgs")));
      }
      List<Samples> samples =
          Rounds.ofWhole()
              .run(
                  "Case 7: aggregate over predictions for %,d x %d".formatted(rows, Higgs.FEATURES),
                  rows,
                  contenders);
      for (ByHand form : ByHand.values()) {
        int at = 2 + 2 * form.ordinal();
        Rounds.verdict("Linear, to " + form.text(), samples.get(0), samples.get(at), TARGET);
        Rounds.verdict("Logistic, to " + form.text(), samples.get(1), samples.get(at + 1), TARGET);
      }
    }
  }

  private static String fit(String model, String type, String label) {
    return """
    CREATE MODEL %s OPTIONS (MODEL_TYPE = '%s', INPUT_LABEL_COLS = ['%s'],
      DATA_SPLIT_METHOD = 'NO_SPLIT')
    AS SELECT %s, %s FROM %s LIMIT %d
    """
        .formatted(model, type, label, Higgs.features(), label, Higgs.TABLE, FIT_ROWS);
  }
}
