/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.kmeans;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitReport;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.Trainer;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.executor.fit.rows.OrderedWork;
import org.insitu.executor.fit.rows.StoredBlock;
import org.insitu.executor.fit.rows.StoredRows;
import org.insitu.udf.model.ModelFunction;

/**
 * Fits KMEANS by Lloyd's iterations: every row goes to its nearest centroid, every centroid to the
 * mean of its rows. The loss of an iteration is the mean squared distance before its centroids
 * move.
 *
 * <p><b>Errors:</b> TOO_MUCH_DATA before rows are read; TOO_FEW_ROWS. <b>Cost:</b> an iteration is
 * one pass over rows in memory, clusters times numbers per row.
 */
public final class KMeansTrainer implements Trainer<KMeansOptions> {
  private final FitResources resources;

  public KMeansTrainer(FitResources resources) {
    this.resources = resources;
  }

  @Override
  public Fitted fit(TrainingSet data, KMeansOptions options, FitProgress progress) {
    StoredRows rows = StoredRows.read(data, resources, progress);
    Encoder encoder = Encoder.of(rows.layout(), options.standardizeFeatures());
    double clusters = options.clusters(rows.rows());
    resources.requireHeap(
        8 * clusters * rows.layout().width() * (resources.threads() + 6), "Sums of the clusters");
    double[][] centroids = new FirstCentroids(rows, encoder, options, progress).choose();
    List<FitReport.Iteration> iterations = new ArrayList<>();
    boolean moving = true;
    for (int i = 1; i <= options.maxIterations() && moving; i++) {
      long start = System.nanoTime();
      ClusterSums sums = pass(rows, encoder, options, centroids, progress);
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
        model, new FitReport(method, "local", rows.bytesRead(), iterations, List.of()));
  }

  private ClusterSums pass(
      StoredRows rows,
      Encoder encoder,
      KMeansOptions options,
      double[][] centroids,
      FitProgress progress) {
    ClusterSums total = ClusterSums.empty(centroids);
    try (OrderedWork<ClusterSums> work = new OrderedWork<>(resources.threads(), total::add)) {
      for (StoredBlock block : rows.blocks()) {
        progress.checkCancelled();
        work.add(() -> ClusterSums.of(encoder, options.distance(), block, centroids));
      }
      work.finish();
    }
    return total;
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
