/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.kmeans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.insitu.executor.fit.FitPlace;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.Purpose;
import org.insitu.executor.fit.TestingRows;
import org.insitu.executor.fit.Trainer.Fitted;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.udf.model.ModelFunction;
import org.insitu.udf.model.ModelFunction.Distance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clusters found by queries are those found over rows in memory, to 1e-9. */
class WarehouseRowsTest {
  private static final String ROWS =
      """
      SELECT CASE WHEN i % 17 = 0 THEN NULL ELSE CAST((i * 37) % 101 AS DOUBLE) + 5 END AS a,
        (i * 7919) % 61 + 100 * (i % 3) AS b,
        CASE i % 5 WHEN 0 THEN NULL WHEN 1 THEN 'it''s' ELSE 'b' END AS c
      FROM range(3000) AS r(i)\
      """;

  private static Fitted fit(TrainingSet data, KMeansOptions options, FitPlace place) {
    return new KMeansTrainer(new FitResources(2, 1 << 30, 1 << 30))
        .fit(data, options.withPlace(place), FitProgress.NONE);
  }

  @ParameterizedTest
  @EnumSource(Distance.class)
  void agreesWithTheFitOverRows(Distance distance) {
    try (TestingRows rows = new TestingRows()) {
      TrainingSet data = rows.training(ROWS, "", Purpose.UNSUPERVISED);
      for (Seeding seeding : Seeding.values()) {
        KMeansOptions options =
            KMeansOptions.DEFAULT
                .withNumClusters(4)
                .withSeeding(seeding, 3)
                .withDistance(distance, true)
                .withIterations(30, false, 0);
        Fitted here = fit(data, options, FitPlace.LOCAL);
        Fitted there = fit(data, options, FitPlace.WAREHOUSE);
        assertThat(there.report().ranIn()).isEqualTo("warehouse");
        assertThat(there.report().bytesMoved()).isZero();
        List<List<Double>> expected = ((ModelFunction.KMeans) here.model()).centroids();
        List<List<Double>> found = ((ModelFunction.KMeans) there.model()).centroids();
        for (int k = 0; k < expected.size(); k++) {
          for (int i = 0; i < expected.get(k).size(); i++) {
            assertThat(found.get(k).get(i))
                .as("%s, centroid %d, column %d", seeding, k, i)
                .isCloseTo(expected.get(k).get(i), within(1e-9));
          }
        }
        assertThat(there.report().iterations().getLast().loss())
            .isCloseTo(here.report().iterations().getLast().loss(), within(1e-9));
        assertThat(there.report().iterations().getLast().clusters())
            .extracting(cluster -> cluster.rows())
            .isEqualTo(
                here.report().iterations().getLast().clusters().stream()
                    .map(cluster -> cluster.rows())
                    .toList());
      }
    }
  }

  @Test
  void refusesWhatAQueryCannotBear() {
    try (TestingRows rows = new TestingRows()) {
      TrainingSet data =
          rows.training(
              "SELECT 'c' || i % 600 AS c, i AS a FROM range(5000) r(i)", "", Purpose.UNSUPERVISED);
      assertThatThrownBy(
              () -> fit(data, KMeansOptions.DEFAULT.withNumClusters(10), FitPlace.WAREHOUSE))
          .hasMessageContaining("6010 (allowed: <= 5000)");
      String few = "SELECT i % 2 AS a FROM range(100) r(i)";
      TrainingSet two = rows.training(few, "", Purpose.UNSUPERVISED);
      assertThatThrownBy(
              () -> fit(two, KMeansOptions.DEFAULT.withNumClusters(3), FitPlace.WAREHOUSE))
          .hasMessageContaining("Distinct rows: 2");
    }
  }
}
