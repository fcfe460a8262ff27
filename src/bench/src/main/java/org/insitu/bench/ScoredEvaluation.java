/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Case 14: metrics and confusion matrix of a classifier over 10,000,000 scored rows, scores with
 * ties, against SQL written by hand and sklearn.metrics over arrays in memory. The model has one
 * feature, so that scoring is little of it. {@code -Dpeers=} leaves scikit-learn out.
 */
public final class ScoredEvaluation {
  private static final int ROWS = 10_000_000;
  private static final int FIT_ROWS = 100_000;
  private static final double MOST_OF_SQL = 1 / 1.5;
  private static final double MOST_OF_SKLEARN = 1 / 3.0;

  private static final String METRICS =
      "concat_ws(', ', round(\"precision\", 6), round(recall, 6), round(accuracy, 6),"
          + " round(f1_score, 6), round(log_loss, 6), round(roc_auc, 6))";
  private static final String OURS =
      "SELECT %s FROM ML.EVALUATE(MODEL scores, TABLE scored)".formatted(METRICS);
  private static final String CONFUSION =
      "SELECT * FROM ML.CONFUSION_MATRIX(MODEL scores, TABLE scored)";

  private ScoredEvaluation() {}

  public static void main(String[] args) throws Exception {
    Machine.print();
    int rows = Integer.getInteger("rows", ROWS);
    Path folder = Files.createTempDirectory("insitu-bench");
    Path file = folder.resolve("rows.parquet");
    try (Lab lab = new Lab()) {
      create(lab, rows);
      // The peers read the model's scores from a table: they do not compute them.
      lab.run("CREATE TABLE known AS SELECT label, PROBABILITY(scores FOR 1) AS p FROM scored");
      lab.run("COPY known TO '%s' (FORMAT parquet)".formatted(file));
      lab.run("COPY known TO '%s' (HEADER)".formatted(folder.resolve("rows.csv")));
      List<Contender> contenders = new ArrayList<>();
      contenders.add(
          new Contender(
              "ML.EVALUATE and ML.CONFUSION_MATRIX",
              () -> lab.last(OURS) + ", of " + lab.run(CONFUSION) + " classes"));
      contenders.add(new Contender("DuckDB, by distinct scores", () -> lab.last(grouped())));
      contenders.add(new Contender("DuckDB, by ranks", () -> lab.last(ranked())));
      if (Peer.isWanted("sklearn")) {
        try (Peer sklearn = Peer.python("sklearn_metrics.py", folder)) {
          contenders.add(new Contender("sklearn.metrics", () -> sklearn.ask("metrics")));
          List<Samples> samples = measure(rows, contenders);
          Rounds.verdict("To scikit-learn", samples.get(0), samples.get(3), MOST_OF_SKLEARN);
        }
      } else {
        measure(rows, contenders);
      }
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder.resolve("rows.csv"));
      Files.delete(folder);
    }
  }

  private static List<Samples> measure(int rows, List<Contender> contenders) throws Exception {
    String title = "Case 14: EVALUATE of %,d scored rows".formatted(rows);
    List<Samples> samples = Rounds.ofWhole().run(title, rows, contenders);
    Rounds.verdict("To distinct scores", samples.get(0), samples.get(1), MOST_OF_SQL);
    Rounds.verdict("To ranks", samples.get(0), samples.get(2), MOST_OF_SQL);
    return samples;
  }

  private static void create(Lab lab, int rows) {
    lab.run(
        """
        CREATE TABLE scored AS
        SELECT s, CAST(u < 1 / (1 + exp(2 - 4 * s)) AS INTEGER) AS label
        FROM (SELECT hash(2 * i) %% 16777216 / 16777216.0::DOUBLE AS s,
          hash(2 * i + 1) %% 16777216 / 16777216.0::DOUBLE AS u FROM range(%d) AS r(i))
        """
            .formatted(rows));
    lab.run(
        """
        CREATE MODEL scores OPTIONS (MODEL_TYPE = 'LOGISTIC_REG', INPUT_LABEL_COLS = ['label'],
          DATA_SPLIT_METHOD = 'NO_SPLIT')
        AS SELECT s, label FROM scored LIMIT %d
        """
            .formatted(FIT_ROWS));
  }

  /** The area from the rows of each score, ties counted half. */
  private static String grouped() {
    return metrics(
        """
        SELECT p, positives, negatives,
          sum(positives) OVER (ORDER BY p DESC) - positives + positives / 2 AS before
        FROM (SELECT p, sum(label) AS positives, sum(1 - label) AS negatives FROM known GROUP BY p)
        """,
        "sum(negatives * before) / (sum(positives) * sum(negatives))");
  }

  /** The area from the mean rank of the positive rows. */
  private static String ranked() {
    return metrics(
        """
        SELECT p, label AS positives, 1 - label AS negatives,
          rank() OVER (ORDER BY p) + (count(*) OVER (PARTITION BY p) - 1) / 2 AS position
        FROM known
        """,
        """
        (sum(position) FILTER (WHERE positives = 1) - sum(positives) * (sum(positives) + 1) / 2)
          / (sum(positives) * sum(negatives))\
        """);
  }

  private static String metrics(String rows, String area) {
    return """
    SELECT %s || ', of 2 classes' FROM (
      SELECT tp / (tp + fp) AS "precision", tp / (tp + fn) AS recall,
        (tp + tn) / (tp + fp + fn + tn) AS accuracy, 2 * tp / (2 * tp + fp + fn) AS f1_score,
        loss / (tp + fp + fn + tn) AS log_loss, roc_auc
      FROM (SELECT sum(positives) FILTER (WHERE p > 0.5) AS tp,
          sum(negatives) FILTER (WHERE p > 0.5) AS fp,
          sum(positives) FILTER (WHERE p <= 0.5) AS fn,
          sum(negatives) FILTER (WHERE p <= 0.5) AS tn,
          -sum(positives * ln(p) + negatives * ln(1 - p)) AS loss, %s AS roc_auc
        FROM (%s)))
    """
        .formatted(METRICS, area, rows);
  }
}
