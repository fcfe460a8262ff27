/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train.scores;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.SmallIntVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.rows.OrderedWork;
import org.insitu.executor.warehouse.Answer;
import org.insitu.executor.warehouse.WarehouseConnection;
import org.insitu.planner.evaluate.ScoreCounts;

/**
 * The scores of a model of several classes, sent here to be counted: the areas under ROC curves are
 * then the same doubles as the warehouse's, which would sort all rows once for each class.
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
   * @param sql a query of {@link ScoreCounts#scores}
   * @return empty when a score is NULL, whose place among others the warehouse knows
   */
  public static Optional<ScoredRows> read(WarehouseConnection connection, String sql, int classes) {
    ScoredRows rows = new ScoredRows(classes);
    try (Answer answer = connection.execute(sql, List.of())) {
      while (answer.next()) {
        if (answer.batch().getFieldVectors().stream().anyMatch(v -> v.getNullCount() > 0)) {
          return Optional.empty();
        }
        rows.add(answer.batch());
      }
    }
    return Optional.of(rows);
  }

  private void add(VectorSchemaRoot batch) {
    int count = batch.getRowCount();
    double[][] scores = new double[classes][count];
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

  private static void copy(Float8Vector from, double[] to) {
    from.getDataBuffer()
        .nioBuffer(0, to.length * Double.BYTES)
        .order(ByteOrder.nativeOrder())
        .asDoubleBuffer()
        .get(to);
  }

  /** Bytes of the Arrow batches read. */
  public long bytes() {
    return bytes;
  }

  /** The counts of all rows, the same for every number of threads. */
  public ScoreCounts count(int threads) {
    Cells cells = Cells.empty(classes);
    try (OrderedWork<Cells> work = new OrderedWork<>(threads, cells::add)) {
      blocks.forEach(block -> work.add(() -> Cells.of(block)));
      work.finish();
    }
    List<Double> areas = new ArrayList<>();
    try (OrderedWork<OptionalDouble> work =
        new OrderedWork<>(threads, area -> area.ifPresent(areas::add))) {
      for (int k = 0; k < classes; k++) {
        int ofClass = k;
        work.add(() -> PairCount.area(blocks, ofClass));
      }
      work.finish();
    }
    return new ScoreCounts(cells.list(), areas.stream().mapToDouble(Double::doubleValue).average());
  }
}
