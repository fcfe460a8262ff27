/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import org.insitu.udf.kernel.ForestKernel;

/**
 * Case 6: M100's predictions by our kernel over arrays in memory and by {@code CREATE TABLE ... AS
 * SELECT ... FROM ML.PREDICT} from table to table, against XGBoost's {@code inplace_predict} of a
 * dense array, on as many threads.
 */
public final class ForestPrediction {
  private static final int ROWS = 1_000_000;
  private static final int CHUNK_ROWS = 16_384;

  private ForestPrediction() {}

  public static void main(String[] args) throws Exception {
    Machine.print();
    int rows = Higgs.rows(ROWS);
    try (Lab lab = new Lab();
        ExecutorService threads = Executors.newFixedThreadPool(BoostedTrees.THREADS)) {
      Higgs.create(lab, rows);
      lab.run(BoostedTrees.statement("m100"));
      FloatRows arrays = Higgs.read(lab, rows);
      DMatrix matrix = BoostedTrees.matrix(arrays);
      Booster booster = BoostedTrees.train(matrix);
      matrix.dispose();
      try {
        booster.setParam("nthread", BoostedTrees.THREADS);
        ForestKernel kernel = ForestKernel.compile(BoosterForest.of(booster));
        float[][] columns = arrays.columns();
        List<Samples> samples =
            Rounds.ofWhole()
                .run(
                    "Case 6: predictions of M100 for %,d x %d".formatted(rows, Higgs.FEATURES),
                    rows,
                    List.of(
                        new Contender(
                            "ForestKernel, " + BoostedTrees.THREADS + " threads",
                            () -> kernel(kernel, columns, rows, threads)),
                        new Contender(
                            "CREATE TABLE AS ... ML.PREDICT, the label",
                            () -> table(lab, "predicted_label")),
                        new Contender(
                            "CREATE TABLE AS ... ML.PREDICT, label and probabilities",
                            () -> table(lab, "predicted_label, predicted_label_probs")),
                        new Contender("CREATE TABLE AS ... PROBABILITY(m100)", () -> scalar(lab)),
                        new Contender(
                            "XGBoost inplace_predict", () -> peer(booster, arrays, rows))));
        Rounds.verdict("Kernel", samples.get(0), samples.get(4), 1 / 1.5);
        Rounds.verdict("Table to table, label", samples.get(1), samples.get(4), 1);
        Rounds.verdict(
            "Table to table, label and probabilities", samples.get(2), samples.get(4), 1);
        Rounds.verdict("Table to table, PROBABILITY", samples.get(3), samples.get(4), 1);
        System.out.println(
            "The table's " + mean(Double.parseDouble(lab.last("SELECT sum(p) FROM scored")), rows));
      } finally {
        booster.dispose();
      }
    }
  }

  /** Sums of leaves, then their probabilities as XGBoost answers with. */
  private static String kernel(
      ForestKernel kernel, float[][] columns, int rows, ExecutorService threads) throws Exception {
    float[] probabilities = new float[rows];
    List<Callable<Void>> chunks = new ArrayList<>();
    for (int from = 0; from < rows; from += CHUNK_ROWS) {
      int offset = from;
      int size = Math.min(CHUNK_ROWS, rows - from);
      chunks.add(
          () -> {
            double[] sums = new double[size];
            kernel.sum(columns, offset, size, sums);
            for (int i = 0; i < size; i++) {
              probabilities[offset + i] = (float) (1 / (1 + Math.exp(-sums[i])));
            }
            return null;
          });
    }
    for (Future<Void> chunk : threads.invokeAll(chunks)) {
      chunk.get();
    }
    double sum = 0;
    for (float probability : probabilities) {
      sum += probability;
    }
    return mean(sum, rows);
  }

  private static String peer(Booster booster, FloatRows arrays, int rows) throws Exception {
    float[][] probabilities =
        booster.inplace_predict(arrays.values(), rows, Higgs.FEATURES, Float.NaN);
    double sum = 0;
    for (float[] probability : probabilities) {
      sum += probability[0];
    }
    return mean(sum, rows);
  }

  private static String mean(double sum, int rows) {
    return String.format(Locale.ROOT, "mean probability %.9f", sum / rows);
  }

  private static long table(Lab lab, String columns) {
    return lab.run(
        "CREATE OR REPLACE TABLE predicted AS SELECT %s FROM ML.PREDICT(MODEL m100, TABLE %s)"
            .formatted(columns, Higgs.TABLE));
  }

  private static long scalar(Lab lab) {
    return lab.run(
        "CREATE OR REPLACE TABLE scored AS SELECT PROBABILITY(m100 FOR 1) AS p FROM "
            + Higgs.TABLE);
  }
}
