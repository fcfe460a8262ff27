/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.kmeans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitReport;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.Purpose;
import org.insitu.executor.fit.TestingRows;
import org.insitu.executor.fit.Trainer;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.udf.model.ModelFunction;
import org.insitu.udf.model.ModelFunction.Distance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KMeansTrainerTest {
  private static final KMeansOptions TO_THE_END =
      KMeansOptions.DEFAULT.withIterations(200, false, 0);

  private final TestingRows rows = new TestingRows();

  @AfterEach
  void close() {
    rows.close();
  }

  private TrainingSet training(String sql) {
    return rows.training(sql, "", Purpose.UNSUPERVISED);
  }

  private static Trainer.Fitted fit(TrainingSet data, KMeansOptions options) {
    return fit(data, options, 2);
  }

  private static Trainer.Fitted fit(TrainingSet data, KMeansOptions options, int threads) {
    return new KMeansTrainer(new FitResources(threads, 1 << 28, 1 << 28))
        .fit(data, options, FitProgress.NONE);
  }

  private static List<List<Double>> centroids(Trainer.Fitted fitted) {
    return ((ModelFunction.KMeans) fitted.model()).centroids();
  }

  private static FitReport.Iteration last(Trainer.Fitted fitted) {
    return fitted.report().iterations().getLast();
  }

  /** The least sum of squares of 1,000 starts of R's kmeans; {@code kmeans.R} prints it. */
  @Test
  void findsTheBestClustersOfIris() {
    String file = TestingRows.data("iris.csv");
    TrainingSet iris = training("SELECT * EXCLUDE species FROM read_csv('" + file + "')");
    Trainer.Fitted best =
        IntStream.range(0, 50)
            .mapToObj(
                seed ->
                    fit(
                        iris,
                        TO_THE_END.withNumClusters(3).withSeeding(Seeding.KMEANS_PLUS_PLUS, seed)))
            .min(Comparator.comparingDouble(fitted -> last(fitted).loss()))
            .orElseThrow();
    assertThat(150 * last(best).loss()).isCloseTo(138.888359717351, within(1e-7));
    assertThat(last(best).clusters())
        .extracting(FitReport.Cluster::rows)
        .containsExactlyInAnyOrder(47L, 50L, 53L);
    List<Double> setosa =
        centroids(best).stream().min(Comparator.comparing(List::getFirst)).orElseThrow();
    assertThat(setosa.getFirst()).isCloseTo(-1.0111913832028143, within(1e-9));
    assertThat(setosa.get(1)).isCloseTo(0.8504137151156335, within(1e-9));
    assertThat(setosa.get(3)).isCloseTo(-1.250703516966868, within(1e-9));
  }

  private String mixed(int count) {
    return """
    SELECT hash(i) %% 1000 / 10.0 + 50 * (i %% 3) AS a, sin(i) + (i %% 3) AS b,
      CASE WHEN i %% 31 = 0 THEN NULL ELSE 'k' || (i %% 3) END AS c, i %% 2 = 0 AS d
    FROM range(%d) r(i)\
    """
        .formatted(count);
  }

  @ParameterizedTest
  @EnumSource(Distance.class)
  void findsTheSameCentroidsWithAnyNumberOfThreads(Distance distance) {
    TrainingSet data = training(mixed(200_000));
    for (Seeding seeding : Seeding.values()) {
      KMeansOptions options =
          KMeansOptions.DEFAULT
              .withNumClusters(7)
              .withDistance(distance, true)
              .withSeeding(seeding, 5);
      rows.run("SET threads = 1");
      List<List<Double>> one = centroids(fit(data, options, 1));
      rows.run("SET threads = 4");
      assertThat(centroids(fit(data, options, 3))).isEqualTo(one);
    }
  }

  @Test
  void lossNeverRises() {
    List<Double> losses =
        fit(training(mixed(5_000)), TO_THE_END.withNumClusters(9)).report().iterations().stream()
            .map(FitReport.Iteration::loss)
            .toList();
    assertThat(losses).isSortedAccordingTo(Comparator.reverseOrder()).hasSizeGreaterThan(3);
  }

  @Test
  void centroidsStandInFeatureOrderOnTheEncodedScale() {
    TrainingSet data =
        training(
            """
            SELECT * FROM (VALUES ('x', 0.0, TRUE), ('x', 0.0, TRUE), ('y', 10.0, FALSE),
              (NULL, 10.0, FALSE)) t(c, a, d)\
            """);
    Trainer.Fitted fitted =
        fit(data, TO_THE_END.withNumClusters(2).withDistance(Distance.EUCLIDEAN, false));
    // c = x, c = y, c IS NULL, a, d = false, d = true
    assertThat(centroids(fitted))
        .containsExactlyInAnyOrder(
            List.of(1.0, 0.0, 0.0, 0.0, 0.0, 1.0), List.of(0.0, 0.5, 0.5, 10.0, 1.0, 0.0));
    assertThat(last(fitted).loss()).isCloseTo(0.25, within(1e-15));
  }

  @Test
  void cosineGroupsByDirectionNotByLength() {
    TrainingSet data =
        training(
            """
            SELECT CASE WHEN i % 2 = 0 THEN 1 + i ELSE 0.01 * i END AS x,
              CASE WHEN i % 2 = 0 THEN 0.01 * i ELSE 1 + i END AS y
            FROM range(1000) r(i)\
            """);
    Trainer.Fitted fitted =
        fit(data, TO_THE_END.withNumClusters(2).withDistance(Distance.COSINE, false));
    assertThat(last(fitted).clusters()).extracting(FitReport.Cluster::rows).containsOnly(500L);
    assertThat(last(fitted).loss()).isLessThan(1e-8);
    List<Double> first = centroids(fitted).getFirst();
    assertThat(Math.hypot(first.get(0), first.get(1)))
        .as("as long as its rows on average")
        .isCloseTo(500, within(2.0));
  }

  @Test
  void missingNumberStandsAtTheMean() {
    TrainingSet data = training("SELECT unnest([1.0, 3.0, NULL, 'nan'::DOUBLE, 1.0, 3.0]) AS x");
    Trainer.Fitted fitted =
        fit(data, TO_THE_END.withNumClusters(3).withDistance(Distance.EUCLIDEAN, false));
    assertThat(centroids(fitted).stream().map(List::getFirst))
        .containsExactlyInAnyOrder(1.0, 2.0, 3.0);
  }

  @Test
  void stopsWhenTheLossHardlyFalls() {
    TrainingSet data = training(mixed(5_000));
    var iterations =
        fit(data, KMeansOptions.DEFAULT.withNumClusters(9).withIterations(100, true, 0.05))
            .report()
            .iterations();
    assertThat(iterations).hasSizeLessThan(30);
    double last = iterations.getLast().loss();
    double before = iterations.get(iterations.size() - 2).loss();
    assertThat((before - last) / before).isLessThan(0.05);
  }

  @Test
  void takesTheLogarithmOfTheRowsAsTheNumberOfClusters() {
    assertThat(centroids(fit(training(mixed(5_000)), KMeansOptions.DEFAULT))).hasSize(4);
    assertThat(centroids(fit(training(mixed(20)), KMeansOptions.DEFAULT))).hasSize(2);
  }

  @Test
  void clusterThatLosesItsRowsStartsAgainFarAway() {
    // Nine of ten rows are equal but for one far row: some start has two centroids of no use.
    TrainingSet data =
        training(
            "SELECT CASE WHEN i < 900 THEN (i % 3) * 1e-6 WHEN i = 950 THEN 1000 ELSE 5 END AS x"
                + " FROM range(1000) r(i)");
    for (int seed = 0; seed < 10; seed++) {
      Trainer.Fitted fitted =
          fit(data, TO_THE_END.withNumClusters(5).withSeeding(Seeding.RANDOM, seed));
      assertThat(last(fitted).clusters())
          .as("seed %d", seed)
          .allSatisfy(cluster -> assertThat(cluster.rows()).isPositive());
    }
  }

  @ParameterizedTest
  @EnumSource(Seeding.class)
  void refusesMoreClustersThanDistinctRows(Seeding seeding) {
    TrainingSet data = training("SELECT i % 3 AS x, 'a' AS c FROM range(100) r(i)");
    assertThatThrownBy(() -> fit(data, TO_THE_END.withNumClusters(4).withSeeding(seeding, 0)))
        .isInstanceOfSatisfying(
            InsituException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TOO_FEW_ROWS))
        .hasMessage("Distinct rows: 3 (expected: >= num_clusters, 4)");
    assertThat(centroids(fit(data, TO_THE_END.withNumClusters(3).withSeeding(seeding, 0))))
        .hasSize(3);
  }

  @Test
  void seedsFromRowsOfOneDirectionEndWithCosine() {
    TrainingSet data = training("SELECT i + 1 AS x, 2 * i + 2 AS y FROM range(100) r(i)");
    KMeansOptions options =
        TO_THE_END
            .withNumClusters(4)
            .withSeeding(Seeding.KMEANS_PLUS_PLUS, 0)
            .withDistance(Distance.COSINE, false);
    assertThat(centroids(fit(data, options))).hasSize(4);
  }

  @Test
  void refusesOptionsOutOfRange() {
    assertThatThrownBy(() -> KMeansOptions.DEFAULT.withNumClusters(1))
        .hasMessage("Option 'num_clusters' is 1 (allowed: 2 to 1000).");
  }
}
