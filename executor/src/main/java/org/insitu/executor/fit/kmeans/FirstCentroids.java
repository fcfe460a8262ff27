/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.kmeans;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.insitu.executor.fit.FitProgress;
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

  private final ClusterRows rows;
  private final KMeansOptions options;
  private final FitProgress progress;
  private final Random random;
  private final int clusters;

  FirstCentroids(ClusterRows rows, KMeansOptions options, FitProgress progress) {
    this.rows = rows;
    this.options = options;
    this.progress = progress;
    this.random = new Random(options.seed());
    this.clusters = options.clusters(rows.count());
  }

  double[][] choose() {
    List<Point> distinct = rows.distinct(clusters).stream().map(Point::new).toList();
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

  private Set<Point> drawAlike() {
    Set<Point> chosen = new LinkedHashSet<>();
    long all = rows.count();
    for (int draw = 0; draw < DRAWS_MAX * clusters && chosen.size() < clusters; draw++) {
      chosen.add(at((long) (random.nextDouble() * all)));
    }
    return chosen;
  }

  private Point at(long row) {
    return new Point(rows.at(row));
  }

  private Set<Point> drawFar() {
    Set<Point> chosen = new LinkedHashSet<>();
    Point next = at((long) (random.nextDouble() * rows.count()));
    for (int draw = 0; draw < DRAWS_MAX * clusters; draw++) {
      chosen.add(next);
      if (chosen.size() == clusters) {
        return chosen;
      }
      progress.checkCancelled();
      double total = rows.include(next.values());
      next =
          total > 0
              ? at(rows.find(random.nextDouble() * total))
              : at((long) (random.nextDouble() * rows.count()));
    }
    return chosen;
  }
}
