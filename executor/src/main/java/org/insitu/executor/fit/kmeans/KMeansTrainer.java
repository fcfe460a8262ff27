/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.kmeans;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.insitu.executor.fit.FitPlace;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitReport;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.Trainer;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.executor.fit.rows.ColumnLayout;
import org.insitu.executor.fit.rows.StoredRows;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.udf.model.ModelFunction;

/**
 * Fits KMEANS by Lloyd's iterations: every row goes to its nearest centroid, every centroid to the
 * mean of its rows. The loss of an iteration is the mean squared distance before its centroids
 * move.
 *
 * <p><b>Errors:</b> TOO_MUCH_DATA before rows are read; TOO_FEW_ROWS. <b>Cost:</b> an iteration is
 * one pass over rows in memory, clusters times numbers per row; in the warehouse one GROUP BY
 * query.
 */
public final class KMeansTrainer implements Trainer<KMeansOptions> {
  /** Terms of the distances of one query, beyond which warehouses refuse or crawl. */
  static final long TERMS_MAX = 5_000;

  private final FitResources resources;

  public KMeansTrainer(FitResources resources) {
    this.resources = resources;
  }

  @Override
  public Fitted fit(TrainingSet data, KMeansOptions options, FitProgress progress) {
    ColumnLayout layout = ColumnLayout.of(data.features());
    Encoder encoder = Encoder.of(layout, options.standardizeFeatures());
    ClusterRows rows =
        options.place() == FitPlace.WAREHOUSE
            ? inWarehouse(data, encoder, options, progress)
            : new LocalRows(
                StoredRows.read(data, resources, progress), encoder, options, resources, progress);
    double clusters = options.clusters(data.rows());
    resources.requireHeap(
        8 * clusters * layout.width() * (resources.threads() + 6), "Sums of the clusters");
    double[][] centroids = new FirstCentroids(rows, options, progress).choose();
    List<FitReport.Iteration> iterations = new ArrayList<>();
    boolean moving = true;
    for (int i = 1; i <= options.maxIterations() && moving; i++) {
      long start = System.nanoTime();
      ClusterSums sums = rows.sums(centroids);
      double[][] next = sums.centroids(options.distance(), centroids);
      moving = !Arrays.deepEquals(centroids, next) && !isSlow(iterations, sums.loss(), options);
      centroids = next;
      long millis = (System.nanoTime() - start) / 1_000_000;
      iterations.add(
          new FitReport.Iteration(
              i,
              sums.loss(),
              OptionalDouble.empty(),
              OptionalDouble.empty(),
              millis,
              sums.clusters()));
      progress.report(
          "fit",
          (double) i / options.maxIterations(),
          "iteration %d, loss %.6g".formatted(i, sums.loss()));
    }
    var model =
        new ModelFunction.KMeans(
            data.features(),
            options.standardizeFeatures(),
            options.distance(),
            Arrays.stream(centroids).map(encoder::inFeatureOrder).toList());
    String method = "Lloyd, %d clusters, %s seeding".formatted(centroids.length, options.seeding());
    return new Fitted(
        model, new FitReport(method, rows.place(), rows.bytes(), iterations, List.of()));
  }

  private static ClusterRows inWarehouse(
      TrainingSet data, Encoder encoder, KMeansOptions options, FitProgress progress) {
    long terms = (long) options.clusters(data.rows()) * encoder.layout().width();
    if (terms > TERMS_MAX) {
      throw InsituException.of(
              ErrorCode.TOO_MANY_CATEGORIES,
              "Clusters times columns, with every category counted, of one query: %d (allowed: <= %d)"
                  .formatted(terms, TERMS_MAX))
          .hint("Leave execution = 'auto'.");
    }
    return new WarehouseRows(data, encoder, options, progress);
  }

  private static boolean isSlow(
      List<FitReport.Iteration> iterations, double loss, KMeansOptions options) {
    if (!options.earlyStop() || iterations.isEmpty()) {
      return false;
    }
    double before = iterations.getLast().loss();
    return before - loss < options.minRelProgress() * before;
  }
}
