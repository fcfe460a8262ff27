/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.kmeans;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.rows.StoredBlock;
import org.insitu.executor.fit.rows.StoredRows;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;

/**
 * Chooses rows as first centroids. The draws are those of {@link Random}, whose sequence its
 * specification fixes.
 *
 * <p><b>Errors:</b> TOO_FEW_ROWS when there are fewer distinct rows than clusters.
 */
final class FirstCentroids {
  /** Draws that may meet a row chosen before, per cluster. */
  private static final int DRAWS_MAX = 100;

  private final StoredRows rows;
  private final Encoder encoder;
  private final KMeansOptions options;
  private final FitProgress progress;
  private final Random random;
  private final int clusters;

  FirstCentroids(StoredRows rows, Encoder encoder, KMeansOptions options, FitProgress progress) {
    this.rows = rows;
    this.encoder = encoder;
    this.options = options;
    this.progress = progress;
    this.random = new Random(options.seed());
    this.clusters = options.clusters(rows.rows());
  }

  /** A row that can be compared. */
  @SuppressWarnings("ArrayRecordComponent") // compared by its elements
  private record Point(double[] values) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Point point && Arrays.equals(values, point.values);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(values);
    }
  }

  double[][] choose() {
    List<Point> distinct = firstDistinct();
    if (distinct.size() < clusters) {
      throw InsituException.of(
          ErrorCode.TOO_FEW_ROWS,
          "Distinct rows: %d (expected: >= num_clusters, %d)".formatted(distinct.size(), clusters));
    }
    Set<Point> chosen =
        switch (options.seeding()) {
          case RANDOM -> drawAlike();
          case KMEANS_PLUS_PLUS -> drawFar();
        };
    // Where draws go on meeting the same rows, the first distinct ones fill the places.
    for (int i = 0; chosen.size() < clusters; i++) {
      chosen.add(distinct.get(i));
    }
    return chosen.stream().map(Point::values).toArray(double[][]::new);
  }

  /** The first distinct rows, as many as there are clusters. */
  private List<Point> firstDistinct() {
    Set<Point> found = new LinkedHashSet<>();
    EncodedRows some = new EncodedRows(encoder);
    for (StoredBlock block : rows.blocks()) {
      progress.checkCancelled();
      for (int from = 0; from < block.rows(); from += EncodedRows.MAX) {
        some.load(block, from, Math.min(EncodedRows.MAX, block.rows() - from));
        for (int r = 0; r < some.count() && found.size() < clusters; r++) {
          found.add(new Point(some.row(r)));
        }
        if (found.size() == clusters) {
          return new ArrayList<>(found);
        }
      }
    }
    return new ArrayList<>(found);
  }

  private Set<Point> drawAlike() {
    Set<Point> chosen = new LinkedHashSet<>();
    long all = rows.rows();
    for (int draw = 0; draw < DRAWS_MAX * clusters && chosen.size() < clusters; draw++) {
      chosen.add(at((long) (random.nextDouble() * all)));
    }
    return chosen;
  }

  private Point at(long row) {
    long before = 0;
    for (StoredBlock block : rows.blocks()) {
      if (row < before + block.rows()) {
        EncodedRows one = new EncodedRows(encoder);
        one.load(block, (int) (row - before), 1);
        return new Point(one.row(0));
      }
      before += block.rows();
    }
    throw new IndexOutOfBoundsException("row " + row + " of " + before);
  }

  private Set<Point> drawFar() {
    Set<Point> chosen = new LinkedHashSet<>();
    SquaredDistances nearest = new SquaredDistances(rows, encoder, options.distance());
    Point next = at((long) (random.nextDouble() * rows.rows()));
    for (int draw = 0; draw < DRAWS_MAX * clusters; draw++) {
      chosen.add(next);
      if (chosen.size() == clusters) {
        return chosen;
      }
      progress.checkCancelled();
      double total = nearest.include(next.values());
      next =
          total > 0
              ? at(nearest.find(random.nextDouble() * total))
              : at((long) (random.nextDouble() * rows.rows()));
    }
    return chosen;
  }
}
