/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.warehouse.Scalars;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.option.ModelType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Fits that are cancelled when they ask for the n-th time: each ends with CANCELLED, keeps no
 * model, leaves nothing behind and can be run again.
 */
class CancelledFitsTest {
  private static final String[] DATA = {
    """
    CREATE TABLE t AS SELECT i * 7919 % 10007 / 100.0 AS a, sin(i) AS b, 'k' || (i % 3) AS c,
      i * 7919 % 10007 / 100.0 + 1e-5 * cos(i) AS nearly_a,
      abs(sin(3 * i)) + i % 7 AS y, CASE WHEN hash(i) % 3 = 0 THEN 'yes' ELSE 'no' END AS z,
      'z' || (hash(i) % 3) AS three, [i % 5, i % 3] AS list
    FROM range(1200) AS r(i)\
    """
  };

  /** The places at which a fit is cancelled, while it asks so often. */
  private static final List<Integer> PLACES =
      List.of(1, 2, 3, 5, 8, 13, 20, 40, 80, 200, 600, 2000);

  /** Every model type, by every road that it has. */
  static List<String> fits() {
    List<String> fits = new ArrayList<>();
    for (String place : List.of("LOCAL", "WAREHOUSE")) {
      String in = ", EXECUTION = '" + place + "'";
      fits.add(of("LINEAR_REG", in, "a, b, c, y"));
      fits.add(of("LINEAR_REG", in + ", L1_REG = 0.1", "a, b, c, y"));
      fits.add(of("LINEAR_REG", in, "a, nearly_a, b, c, y"));
      fits.add(of("LOGISTIC_REG", in, "a, b, c, z AS y"));
      fits.add(of("LOGISTIC_REG", in, "a, b, c, three AS y"));
      fits.add(of("GLM", in + ", FAMILY = 'POISSON'", "a, b, c, y"));
      fits.add(of("GLM", in + ", FAMILY = 'BINOMIAL', LINK = 'PROBIT'", "a, b, z AS y"));
      fits.add(of("LINEAR_SVM", in, "a, b, c, z AS y"));
      fits.add(of("ISOTONIC", in, "a, y"));
      fits.add(of("NAIVE_BAYES", in, "a, b, c, three AS y"));
      fits.add(of("LDA", in, "a, b, c, three AS y"));
      fits.add(of("QDA", in, "a, b, three AS y"));
      fits.add(of("KMEANS", in + ", NUM_CLUSTERS = 3, MAX_ITERATIONS = 5", "a, b, c"));
      fits.add(of("PCA", in + ", NUM_PRINCIPAL_COMPONENTS = 2", "a, b, c"));
    }
    String dummy = ", CATEGORY_ENCODING_METHOD = 'DUMMY_ENCODING'";
    fits.add(of("LINEAR_REG", ", CALCULATE_P_VALUES = TRUE" + dummy, "a, b, y"));
    fits.add(of("ISOLATION_FOREST", ", NUM_TREES = 20, CONTAMINATION = 0.1", "a, b, c"));
    fits.add(of("KNN_CLASSIFIER", "", "a, b, c, three AS y"));
    fits.add(of("KNN_REGRESSOR", "", "a, b, c, y"));
    fits.add(
        of("GAUSSIAN_PROCESS", "", "a, b, y", " USING SAMPLE reservoir(60 ROWS) REPEATABLE (1)"));
    for (String tree : List.of("BOOSTED_TREE", "RANDOM_FOREST", "DECISION_TREE")) {
      fits.add(of(tree + "_CLASSIFIER", few(tree), "a, b, c, three AS y"));
      fits.add(of(tree + "_REGRESSOR", few(tree), "a, b, c, y"));
    }
    fits.add(
        "CREATE MODEL m TRANSFORM (ML.STANDARD_SCALER(a) OVER () AS a, list)"
            + " OPTIONS (MODEL_TYPE = 'TRANSFORM_ONLY') AS SELECT a, list FROM t");
    return fits;
  }

  /** What is around a fit: rows that are copied, a transformation, trials, explanations. */
  static List<String> surroundings() {
    String glm = "'GLM', FAMILY = 'POISSON', INPUT_LABEL_COLS = ['y']";
    return List.of(
        "CREATE MODEL m OPTIONS (MODEL_TYPE = %s) AS".formatted(glm)
            + " SELECT a, b, y FROM t ORDER BY b",
        "CREATE MODEL m TRANSFORM (ML.QUANTILE_BUCKETIZE(a, 4) OVER () AS q, list, c, y)"
            + " OPTIONS (MODEL_TYPE = %s) AS SELECT a, list, c, y FROM t".formatted(glm),
        "CREATE MODEL m OPTIONS (MODEL_TYPE = %s, STRICT = TRUE, ENABLE_GLOBAL_EXPLAIN = TRUE)"
                .formatted(glm)
            + " AS SELECT a, b, c, y FROM t",
        "CREATE MODEL m OPTIONS (MODEL_TYPE = 'KNN_REGRESSOR', INPUT_LABEL_COLS = ['y'],"
            + " NUM_TRIALS = 3, MAX_PARALLEL_TRIALS = 2, HPARAM_TUNING_ALGORITHM = 'GRID_SEARCH',"
            + " NUM_NEIGHBORS = HPARAM_CANDIDATES([2, 3, 4])) AS SELECT a, b, y FROM t",
        "CREATE MODEL m OPTIONS (MODEL_TYPE = 'BOOSTED_TREE_REGRESSOR', INPUT_LABEL_COLS = ['y'],"
            + " MAX_ITERATIONS = 3, NUM_TRIALS = 2, HPARAM_TUNING_ALGORITHM = 'GRID_SEARCH',"
            + " MAX_TREE_DEPTH = HPARAM_CANDIDATES([2, 4])) AS SELECT a, b, y FROM t");
  }

  private static String few(String tree) {
    return tree.equals("BOOSTED_TREE")
        ? ", MAX_ITERATIONS = 5, MAX_TREE_DEPTH = 3"
        : tree.equals("RANDOM_FOREST") ? ", NUM_PARALLEL_TREE = 5, MAX_TREE_DEPTH = 3" : "";
  }

  private static String of(String type, String options, String columns) {
    return of(type, options, columns, "");
  }

  private static String of(String type, String options, String columns, String more) {
    String label = columns.endsWith("y") ? ", INPUT_LABEL_COLS = ['y']" : "";
    return "CREATE MODEL m OPTIONS (MODEL_TYPE = '%s'%s%s) AS SELECT %s FROM t%s"
        .formatted(type, label, options, columns, more);
  }

  @Test
  void everyModelTypeIsTried() {
    Set<String> tried =
        fits().stream()
            .map(fit -> fit.replaceFirst("(?s).*MODEL_TYPE = '(\\w+)'.*", "$1"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(tried)
        .containsExactlyInAnyOrderElementsOf(
            ModelType.available().stream().map(ModelType::name).toList());
  }

  @ParameterizedTest
  @MethodSource({"fits", "surroundings"})
  void endsWhereItIsCancelled(String createModel) {
    try (TestingFits fits = new TestingFits(DATA)) {
      fits.run(createModel, FitProgress.NONE);
      List<List<Object>> model = fits.lastModel();
      assertCancelled(fits, progress -> fits.run(createModel, progress), false);
      fits.run(createModel, FitProgress.NONE);
      assertThat(fits.lastModel()).isEqualTo(model);
    }
  }

  /**
   * There nothing is rolled back after the fit, and the transaction is the user's to go on with.
   */
  @ParameterizedTest
  @MethodSource("surroundings")
  void leavesTheUsersTransactionAsItWas(String createModel) {
    try (TestingFits fits = new TestingFits(DATA)) {
      Scalars.run(fits.connection(), "BEGIN TRANSACTION");
      Scalars.run(fits.connection(), "CREATE TABLE mine AS SELECT 1 AS a");
      assertCancelled(fits, progress -> fits.run(createModel, progress), true);
      Scalars.run(fits.connection(), "COMMIT");
      assertThat(Scalars.count(fits.connection(), "SELECT count(*) FROM mine")).isEqualTo(1);
    }
  }

  @Test
  void endsTheFitsOfACrossValidation() {
    String createModel = of("LOGISTIC_REG", "", "a, b, c, three AS y");
    try (TestingFits fits = new TestingFits(DATA)) {
      assertCancelled(fits, progress -> fits.crossValidate(createModel, progress), false);
    }
  }

  private static void assertCancelled(
      TestingFits fits, Consumer<FitProgress> fit, boolean inTransaction) {
    Asked whole = new Asked(Integer.MAX_VALUE, () -> {});
    fit.accept(whole);
    assertThat(whole.times()).isGreaterThan(5);
    long versions = fits.versions();
    List<Integer> places = new ArrayList<>(PLACES);
    places.removeIf(place -> place >= whole.times());
    places.add(whole.times());
    for (int place : places) {
      // In a transaction of the user's an interrupted statement would end it.
      Runnable interrupt = inTransaction ? () -> {} : fits.connection()::cancel;
      Asked asked = new Asked(place, interrupt);
      InsituException error = catchThrowableOfType(InsituException.class, () -> fit.accept(asked));
      assertThat(error).as("place %d of %d", place, whole.times()).isNotNull();
      assertThat(error.code()).as("place %d", place).isEqualTo(ErrorCode.CANCELLED);
      assertThat(fits.temporaryTables()).as("place %d", place).isEmpty();
      assertThat(fits.versions()).as("place %d", place).isEqualTo(versions);
      assertThat(workers()).as("place %d", place).isEmpty();
    }
  }

  /** Threads of fits that do not end. */
  private static List<Thread> workers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("insitu-fit") && !ends(thread))
        .toList();
  }

  private static boolean ends(Thread thread) {
    try {
      return thread.join(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A fit's owner who cancels when he is asked for the n-th time, and from then on. */
  private static final class Asked implements FitProgress {
    private final AtomicInteger times = new AtomicInteger();
    private final int last;
    private final Runnable interrupt;

    Asked(int last, Runnable interrupt) {
      this.last = last;
      this.interrupt = interrupt;
    }

    int times() {
      return times.get();
    }

    @Override
    public void report(String phase, double fraction, String message) {}

    @Override
    public void checkCancelled() {
      if (times.incrementAndGet() >= last) {
        interrupt.run();
        throw InsituException.of(ErrorCode.CANCELLED, "cancelled");
      }
    }
  }
}
