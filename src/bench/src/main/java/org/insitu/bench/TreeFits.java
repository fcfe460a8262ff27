/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Boosted trees and a random forest over 15 numbers and 5 categories, from DuckDB's table to the
 * stored model by CREATE MODEL, against XGBoost's own matrix build and training with the same
 * parameters on float arrays in memory, their categories encoded already. {@code -Dfits=boosted} or
 * {@code forest} for one of them.
 */
public final class TreeFits {
  private static final int ROWS = 1_000_000;
  private static final double MOST = 1;
  private static final int FOREST_TREES = 50;
  private static final int FOREST_DEPTH = 10;

  private TreeFits() {}

  public static void main(String[] args) throws Exception {
    Machine.print();
    int rows = Integer.getInteger("rows", ROWS);
    List<String> fits = List.of(System.getProperty("fits", "boosted,forest").split(",", -1));
    try (Lab lab = new Lab()) {
      Tabular.create(lab, rows);
      FloatRows arrays = FloatRows.read(lab, encoded(), Tabular.FEATURES, rows);
      if (fits.contains("boosted")) {
        run(
            lab,
            arrays,
            "BOOSTED_TREE_CLASSIFIER",
            "MAX_ITERATIONS = %d, MAX_TREE_DEPTH = 6, LEARN_RATE = 0.1, EARLY_STOP = FALSE"
                .formatted(BoostedTrees.TREES),
            Map.of("eta", 0.1, "max_depth", 6),
            BoostedTrees.TREES);
      }
      if (fits.contains("forest")) {
        run(
            lab,
            arrays,
            "RANDOM_FOREST_CLASSIFIER",
            "NUM_PARALLEL_TREE = %d, MAX_TREE_DEPTH = %d".formatted(FOREST_TREES, FOREST_DEPTH),
            forest(),
            1);
      }
    }
  }

  /** A forest as XGBoost's own guide has it, with our defaults. */
  private static Map<String, Object> forest() {
    return Map.of(
        "eta",
        1,
        "base_score",
        0.5,
        "num_parallel_tree",
        FOREST_TREES,
        "max_depth",
        FOREST_DEPTH,
        "subsample",
        0.8,
        "colsample_bynode",
        0.8);
  }

  private static void run(
      Lab lab,
      FloatRows arrays,
      String type,
      String options,
      Map<String, Object> parameters,
      int rounds)
      throws Exception {
    int rows = arrays.labels().length;
    List<Samples> samples =
        Rounds.ofWhole()
            .run(
                "%s of %,d x %d".formatted(type, rows, Tabular.FEATURES),
                rows,
                List.of(
                    new Contender("CREATE MODEL", () -> ours(lab, type, options)),
                    new Contender(
                        "XGBoost4J, arrays in memory",
                        () -> BoostedTrees.timed(arrays, parameters, rounds))));
    Rounds.verdict(type, samples.get(0), samples.get(1), MOST);
  }

  private static Timed ours(Lab lab, String type, String options) {
    String statement =
        """
        CREATE OR REPLACE MODEL trees OPTIONS (MODEL_TYPE = '%s', INPUT_LABEL_COLS = ['label'],
          DATA_SPLIT_METHOD = 'NO_SPLIT', %s)
        AS SELECT %s, label FROM %s
        """
            .formatted(type, options, Tabular.features(), Tabular.TABLE);
    return Timed.of(
        () -> lab.run(statement),
        () -> {
          String loss = lab.last("SELECT log_loss FROM ML.EVALUATE(MODEL trees)");
          return String.format(Locale.ROOT, "log-loss %.7g", Double.parseDouble(loss));
        });
  }

  /** Categories as the numbers of their levels, the order of their texts being the same. */
  private static String encoded() {
    return "SELECT %s, label FROM %s"
        .formatted(
            Tabular.featureList().stream()
                .map(
                    name ->
                        name.startsWith("c")
                            ? "CAST(replace(%1$s, 'level ', '') AS FLOAT) AS %1$s".formatted(name)
                            : "CAST(%1$s AS FLOAT) AS %1$s".formatted(name))
                .collect(Collectors.joining(", ")),
            Tabular.TABLE);
  }
}
