/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.bench;

import java.util.List;
import java.util.Locale;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;

/**
 * Case 1: a boosted-tree classifier from DuckDB's table to the stored model by CREATE MODEL,
 * against XGBoost's own matrix build and training on float arrays that are in memory already.
 */
public final class BoostedTreeFit {
  private static final int ROWS = 1_000_000;
  private static final double TARGET = 1.2;

  private BoostedTreeFit() {}

  public static void main(String[] args) throws Exception {
    Machine.print();
    int rows = Higgs.rows(ROWS);
    try (Lab lab = new Lab()) {
      Higgs.create(lab, rows);
      FloatRows arrays = Higgs.read(lab, rows);
      List<Samples> samples =
          Rounds.ofWhole()
              .run(
                  "Case 1: fit of M100 on %,d x %d".formatted(rows, Higgs.FEATURES),
                  rows,
                  List.of(
                      new Contender("CREATE MODEL", () -> ours(lab)),
                      new Contender("XGBoost4J, arrays in memory", () -> peer(arrays))));
      Rounds.verdict("Boosted-tree fit", samples.get(0), samples.get(1), TARGET);
    }
  }

  private static String ours(Lab lab) {
    lab.run(BoostedTrees.statement("m100"));
    return "log-loss "
        + lab.last("SELECT loss FROM ML.TRAINING_INFO(MODEL m100) ORDER BY iteration");
  }

  private static String peer(FloatRows arrays) throws Exception {
    DMatrix matrix = BoostedTrees.matrix(arrays);
    try {
      Booster booster = BoostedTrees.train(matrix);
      try {
        float[] loss = new float[1];
        booster.evalSet(new DMatrix[] {matrix}, new String[] {"t"}, BoostedTrees.TREES, loss);
        return String.format(Locale.ROOT, "log-loss %.7g", loss[0]);
      } finally {
        booster.dispose();
      }
    } finally {
      matrix.dispose();
    }
  }
}
