/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The greatest resident memory of {@code bin/insitu run} while a model is fitted on 10,000,000 rows
 * of 20 doubles in a database file: a process of its own for each model type, with the options that
 * users have. A process that only counts the rows stands beside them. {@code -Dfits=KMEANS,PCA}
 * selects; {@code -Dsplit=NO_SPLIT} finds the metrics over all rows; {@code -Dmemory.file=FILE}
 * keeps the database file, its name followed by the number of rows, for the next run.
 */
public final class FitMemory {
  private static final int ROWS = 10_000_000;
  private static final int FEATURES = 20;
  private static final double MOST_MEBIBYTES = 4_096;
  private static final long POLL_MILLIS = 20;
  private static final String NOTHING = "no fit, rows counted";

  private FitMemory() {}

  public static void main(String[] args) throws Exception {
    Machine.print();
    int rows = Integer.getInteger("rows", ROWS);
    Path folder = Files.createTempDirectory("insitu-bench");
    String name = System.getProperty("memory.file", folder.resolve("rows.db").toString());
    Path file = Path.of("%s.%d".formatted(name, rows));
    try {
      if (!Files.exists(file)) {
        if (Double.isNaN(run(file, folder, create(rows)).mebibytes())) {
          throw new IOException("the rows were not made");
        }
      }
      System.out.printf(
          Locale.ROOT,
          "%n### Greatest resident memory of a fit on %,d x %d, in MiB%n%n",
          rows,
          FEATURES);
      System.out.println("| | peak | whole process |\n| --- | ---: | ---: |");
      Map<String, Double> peaks = new LinkedHashMap<>();
      for (var statement : selected().entrySet()) {
        Peak peak = run(file, folder, statement.getValue());
        peaks.put(statement.getKey(), peak.mebibytes());
        System.out.printf(
            Locale.ROOT,
            "| %s | %.0f | %s |%n",
            statement.getKey(),
            peak.mebibytes(),
            Samples.time(peak.nanos()));
      }
      System.out.println();
      peaks.remove(NOTHING);
      peaks.forEach((type, peak) -> Rounds.limit(type, peak, MOST_MEBIBYTES, "MiB"));
    } finally {
      try (var files = Files.list(folder)) {
        for (Path left : files.toList()) {
          Files.delete(left);
        }
      }
      Files.delete(folder);
    }
  }

  private static String create(int rows) {
    return """
    CREATE TABLE wide AS
    SELECT *, x0 + x1 * x2 - x3 + x19 AS y, CAST(x0 + x1 * x2 - x3 + x19 > 0.75 AS INTEGER) AS label
    FROM (SELECT %s FROM range(%d) AS r(i));
    CHECKPOINT;
    """
        .formatted(features("hash(i * 20 + %1$d) %% 16777216 / 16777216.0::DOUBLE AS x%1$d"), rows);
  }

  private static String features(String item) {
    return IntStream.range(0, FEATURES).mapToObj(item::formatted).collect(Collectors.joining(", "));
  }

  private static Map<String, String> selected() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put(NOTHING, "SELECT count(*), sum(x0) FROM wide;");
    put(all, "LINEAR_REG", "y", "");
    put(all, "LOGISTIC_REG", "label", "");
    put(all, "GLM", "label", ", FAMILY = 'BINOMIAL'");
    put(all, "NAIVE_BAYES", "label", "");
    put(all, "LDA", "label", "");
    put(all, "QDA", "label", "");
    put(all, "KMEANS", "", ", NUM_CLUSTERS = 8, MAX_ITERATIONS = 10");
    put(all, "PCA", "", ", NUM_PRINCIPAL_COMPONENTS = 5");
    put(all, "BOOSTED_TREE_CLASSIFIER", "label", ", MAX_ITERATIONS = 20, EARLY_STOP = FALSE");
    put(all, "RANDOM_FOREST_CLASSIFIER", "label", "");
    put(all, "ISOLATION_FOREST", "", "");
    String names = System.getProperty("fits");
    if (names != null) {
      all.keySet().retainAll(Arrays.asList(names.split(",", -1)));
    }
    return all;
  }

  private static void put(Map<String, String> all, String type, String label, String options) {
    List<String> columns = new ArrayList<>(List.of(features("x%d")));
    String labelled = "";
    if (!label.isEmpty()) {
      columns.add(label);
      labelled =
          ", INPUT_LABEL_COLS = ['%s'], DATA_SPLIT_METHOD = '%s'"
              .formatted(label, System.getProperty("split", "AUTO_SPLIT"));
    }
    all.put(
        type,
        "CREATE OR REPLACE MODEL fitted OPTIONS (MODEL_TYPE = '%s'%s%s) AS SELECT %s FROM wide;"
            .formatted(type, labelled, options, String.join(", ", columns)));
  }

  /** Runs a script to its end, looking at the process's own mark of its greatest memory. */
  private static Peak run(Path database, Path folder, String sql)
      throws IOException, InterruptedException {
    Path script = Files.writeString(folder.resolve("fit.sql"), sql);
    long start = System.nanoTime();
    Process process =
        Distribution.insitu("run", "--database", database.toString(), script.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    double peak = 0;
    while (process.isAlive()) {
      peak = Math.max(peak, highWater(process.pid()));
      Thread.sleep(POLL_MILLIS);
    }
    // The process has said why; its limit counts as missed, and the others are measured.
    return new Peak(process.exitValue() == 0 ? peak : Double.NaN, System.nanoTime() - start);
  }

  /** 0 when the process is gone. */
  private static double highWater(long pid) {
    try {
      return Distribution.mebibytes(pid, "VmHWM");
    } catch (IOException | NumberFormatException gone) {
      return 0;
    }
  }

  /**
   * What a process took.
   *
   * @param mebibytes NaN when it failed
   */
  private record Peak(double mebibytes, double nanos) {}
}
