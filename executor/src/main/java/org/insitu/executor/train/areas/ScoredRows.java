/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train.areas;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.SmallIntVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.rows.OrderedWork;
import org.insitu.executor.warehouse.Answer;
import org.insitu.executor.warehouse.WarehouseConnection;
import org.insitu.planner.evaluate.ClassAreas;

/**
 * The scores of a model of several classes, sent here to count pairs of rows: the areas under ROC
 * curves are then the same doubles as the warehouse's, which would sort all rows once for each
 * class.
 */
public final class ScoredRows {
  private final List<ScoreBlock> blocks = new ArrayList<>();
  private final int classes;
  private long bytes;

  private ScoredRows(int classes) {
    this.classes = classes;
  }

  /**
   * Whether so many rows can be kept and counted.
   *
   * @param fits that keep as many at once
   */
  public static boolean haveRoom(FitResources resources, double rows, int classes, int fits) {
    int counted = Math.min(resources.threads(), classes);
    double perRow = ScoreBlock.bytesPerRow(classes) + counted * PairCount.bytesPerRow();
    return rows < Integer.MAX_VALUE && resources.hasHeap(rows * perRow * fits);
  }

  /**
   * Reads the rows.
   *
   * @param sql a query of {@link ClassAreas#scores}
   */
  public static ScoredRows read(WarehouseConnection connection, String sql, int classes) {
    ScoredRows rows = new ScoredRows(classes);
    try (Answer answer = connection.execute(sql, List.of())) {
      while (answer.next()) {
        rows.add(answer.batch());
      }
    }
    return rows;
  }

  private void add(VectorSchemaRoot batch) {
    int count = batch.getRowCount();
    long[][] scores = new long[classes][count];
    for (int k = 0; k < classes; k++) {
      copy((Float8Vector) batch.getVector(k), scores[k]);
    }
    short[] seen = new short[count];
    ((SmallIntVector) batch.getVector(classes))
        .getDataBuffer()
        .nioBuffer(0, count * Short.BYTES)
        .order(ByteOrder.nativeOrder())
        .asShortBuffer()
        .get(seen);
    blocks.add(new ScoreBlock(scores, seen));
    for (FieldVector vector : batch.getFieldVectors()) {
      bytes += vector.getBufferSize();
    }
  }

  private static void copy(Float8Vector from, long[] to) {
    from.getDataBuffer()
        .nioBuffer(0, to.length * Long.BYTES)
        .order(ByteOrder.nativeOrder())
        .asLongBuffer()
        .get(to);
    if (from.getNullCount() > 0) {
      for (int r = 0; r < to.length; r++) {
        if (from.isNull(r)) {
          to[r] = ScoreOrder.NULL;
        }
      }
    }
  }

  /** Bytes of the Arrow batches read. */
  public long bytes() {
    return bytes;
  }

  /** The mean area of the classes that have both kinds of rows, which are counted in parallel. */
  public ClassAreas.Mean meanArea(int threads) {
    List<Double> areas = new ArrayList<>();
    try (OrderedWork<OptionalDouble> work =
        new OrderedWork<>(threads, area -> area.ifPresent(areas::add))) {
      for (int k = 0; k < classes; k++) {
        int ofClass = k;
        work.add(() -> PairCount.area(blocks, ofClass));
      }
      work.finish();
    }
    return new ClassAreas.Mean(areas.stream().mapToDouble(Double::doubleValue).average());
  }
}
