/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.kmeans;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.rows.OrderedWork;
import org.insitu.executor.fit.rows.StoredBlock;
import org.insitu.executor.fit.rows.StoredRows;
import org.insitu.udf.model.ModelFunction.Distance;

/** Rows in memory. */
final class LocalRows implements ClusterRows {
  private final StoredRows rows;
  private final Encoder encoder;
  private final Distance distance;
  private final FitResources resources;
  private final FitProgress progress;

  /** A number for each row, once a point was included. */
  private Optional<SquaredDistances> nearest = Optional.empty();

  LocalRows(
      StoredRows rows,
      Encoder encoder,
      KMeansOptions options,
      FitResources resources,
      FitProgress progress) {
    this.rows = rows;
    this.encoder = encoder;
    this.distance = options.distance();
    this.resources = resources;
    this.progress = progress;
  }

  @Override
  public long count() {
    return rows.rows();
  }

  @Override
  public double[] at(long row) {
    long before = 0;
    for (StoredBlock block : rows.blocks()) {
      if (row < before + block.rows()) {
        EncodedRows one = new EncodedRows(encoder);
        one.load(block, (int) (row - before), 1);
        return one.row(0);
      }
      before += block.rows();
    }
    throw new IndexOutOfBoundsException("row " + row + " of " + before);
  }

  @Override
  public List<double[]> distinct(int most) {
    Set<Point> found = new LinkedHashSet<>();
    EncodedRows some = new EncodedRows(encoder);
    for (StoredBlock block : rows.blocks()) {
      progress.checkCancelled();
      for (int from = 0; from < block.rows() && found.size() < most; from += EncodedRows.MAX) {
        some.load(block, from, Math.min(EncodedRows.MAX, block.rows() - from));
        for (int r = 0; r < some.count() && found.size() < most; r++) {
          found.add(new Point(some.row(r)));
        }
      }
    }
    return new ArrayList<>(found.stream().map(Point::values).toList());
  }

  @Override
  public double include(double[] point) {
    if (nearest.isEmpty()) {
      nearest = Optional.of(new SquaredDistances(rows, encoder, distance));
    }
    return nearest.get().include(point);
  }

  @Override
  public long find(double sum) {
    return nearest.orElseThrow().find(sum);
  }

  @Override
  public ClusterSums sums(double[][] centroids) {
    ClusterSums total = ClusterSums.empty(centroids);
    try (OrderedWork<ClusterSums> work = new OrderedWork<>(resources.threads(), total::add)) {
      for (StoredBlock block : rows.blocks()) {
        progress.checkCancelled();
        work.add(() -> ClusterSums.of(encoder, distance, block, centroids));
      }
      work.finish();
    }
    return total;
  }

  @Override
  public String place() {
    return "local";
  }

  @Override
  public long bytes() {
    return rows.bytesRead();
  }
}
