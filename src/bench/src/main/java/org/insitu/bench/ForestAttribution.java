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
import org.insitu.udf.kernel.AttributionKernel;

/**
 * What each feature adds to M100's log-odds: by our kernel over arrays in memory and by
 * ML.EXPLAIN_PREDICT over a table, against XGBoost's {@code predictContrib} (exact, path-dependent)
 * of a matrix that is built already, on as many threads. Results are the mean magnitude of all
 * attributions; XGBoost's are floats.
 */
public final class ForestAttribution {
  private static final int ROWS = 10_000;
  private static final int CHUNK_ROWS = 1_024;

  private ForestAttribution() {}

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
      try {
        booster.setParam("nthread", BoostedTrees.THREADS);
        AttributionKernel kernel = AttributionKernel.compile(BoosterForest.of(booster));
        float[][] columns = arrays.columns();
        List<Samples> samples =
            Rounds.ofWhole()
                .run(
                    "Attributions of M100 for %,d x %d".formatted(rows, Higgs.FEATURES),
                    rows,
                    List.of(
                        new Contender(
                            "AttributionKernel, " + BoostedTrees.THREADS + " threads",
                            () -> kernel(kernel, columns, rows, threads)),
                        new Contender(
                            "SELECT ... ML.EXPLAIN_PREDICT, all features", () -> query(lab)),
                        new Contender(
                            "XGBoost predictContrib", () -> peer(booster, matrix, rows))));
        Rounds.verdict("Kernel", samples.get(0), samples.get(2), 1);
        Rounds.verdict("Query", samples.get(1), samples.get(2), 1);
      } finally {
        booster.dispose();
        matrix.dispose();
      }
    }
  }

  private static String kernel(
      AttributionKernel kernel, float[][] columns, int rows, ExecutorService threads)
      throws Exception {
    List<Callable<Double>> chunks = new ArrayList<>();
    for (int from = 0; from < rows; from += CHUNK_ROWS) {
      int offset = from;
      int size = Math.min(CHUNK_ROWS, rows - from);
      chunks.add(
          () -> {
            double[][] shares = new double[Higgs.FEATURES][size];
            kernel.attribute(columns, offset, size, shares);
            double sum = 0;
            for (double[] feature : shares) {
              for (double share : feature) {
                sum += Math.abs(share);
              }
            }
            return sum;
          });
    }
    double sum = 0;
    for (Future<Double> chunk : threads.invokeAll(chunks)) {
      sum += chunk.get();
    }
    return mean(sum, rows);
  }

  private static String query(Lab lab) {
    return "mean magnitude "
        + lab.last(
            """
            SELECT round(avg(list_sum(list_transform(top_feature_attributions,
              lambda a: abs(a.attribution)))) / %1$d, 6)
            FROM ML.EXPLAIN_PREDICT(MODEL m100, TABLE %2$s, STRUCT(%1$d AS top_k_features))
            """
                .formatted(Higgs.FEATURES, Higgs.TABLE));
  }

  private static String peer(Booster booster, DMatrix matrix, int rows) throws Exception {
    float[][] shares = booster.predictContrib(matrix, 0);
    double sum = 0;
    for (float[] row : shares) {
      for (int i = 0; i < Higgs.FEATURES; i++) {
        sum += Math.abs(row[i]);
      }
    }
    return mean(sum, rows);
  }

  private static String mean(double sum, int rows) {
    return String.format(Locale.ROOT, "mean magnitude %.6f", sum / rows / Higgs.FEATURES);
  }
}
