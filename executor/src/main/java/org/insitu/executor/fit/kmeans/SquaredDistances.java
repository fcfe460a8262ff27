/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.kmeans;

import java.util.Arrays;
import org.insitu.executor.fit.rows.StoredBlock;
import org.insitu.executor.fit.rows.StoredRows;
import org.insitu.udf.model.ModelFunction.Distance;

/** The squared distance of every row from the nearest of the points included. */
final class SquaredDistances {
  private final StoredRows rows;
  private final Encoder encoder;
  private final Measure measure;
  private final double[][] nearest;

  SquaredDistances(StoredRows rows, Encoder encoder, Distance distance) {
    this.rows = rows;
    this.encoder = encoder;
    this.measure = new Measure(distance);
    this.nearest =
        rows.blocks().stream().map(block -> new double[block.rows()]).toArray(double[][]::new);
    for (double[] block : nearest) {
      Arrays.fill(block, Double.POSITIVE_INFINITY);
    }
  }

  /** Includes a point; answers with the sum over all rows. */
  double include(double[] point) {
    EncodedRows some = new EncodedRows(encoder);
    double[] squares = new double[EncodedRows.MAX];
    double total = 0;
    for (int b = 0; b < nearest.length; b++) {
      StoredBlock block = rows.blocks().get(b);
      for (int from = 0; from < block.rows(); from += EncodedRows.MAX) {
        some.load(block, from, Math.min(EncodedRows.MAX, block.rows() - from));
        measure.take(some);
        measure.squaredDistances(some, point, squares);
        for (int r = 0; r < some.count(); r++) {
          nearest[b][from + r] = Math.min(nearest[b][from + r], squares[r]);
          total += nearest[b][from + r];
        }
      }
    }
    return total;
  }

  /** The row at which the sum over the rows up to it first exceeds a number. */
  long find(double sum) {
    double before = 0;
    long row = 0;
    long last = 0;
    for (double[] block : nearest) {
      for (double square : block) {
        before += square;
        if (square > 0) {
          last = row;
          if (before > sum) {
            return row;
          }
        }
        row++;
      }
    }
    return last;
  }
}
