/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train.scores;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
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
  private final int classes;
  private final Cells cells;
  private final List<PairCount> pairs = new ArrayList<>();
  private long bytes;

  private ScoredRows(int classes) {
    this.classes = classes;
    this.cells = Cells.empty(classes);
    for (int k = 0; k < classes; k++) {
      pairs.add(new PairCount(k));
    }
  }

  /**
   * Whether so many rows can be kept and counted.
   *
   * @param fits that keep as many at once
   */
  public static boolean haveRoom(FitResources resources, double rows, int classes, int fits) {
    int counted = Math.min(resources.threads(), classes);
    double perRow = ScoreBlock.bytesPerRow(classes) + PairCount.bytesPerRow(classes, counted);
    return rows < Integer.MAX_VALUE
        && resources.hasHeap((rows * perRow + (double) classes * PairCount.BYTES) * fits);
  }

  /**
   * Reads the rows, and counts meanwhile what each block tells.
   *
   * @param sql a query of {@link ScoreCounts#scores}
   * @return empty when a score is NULL, whose place among others the warehouse knows
   */
  public static Optional<ScoredRows> read(
      WarehouseConnection connection, String sql, int classes, int threads) {
    ScoredRows rows = new ScoredRows(classes);
    try (Answer answer = connection.execute(sql, List.of());
        OrderedWork<Looked> work = new OrderedWork<>(threads, rows::add)) {
      while (answer.next()) {
        if (answer.batch().getFieldVectors().stream().anyMatch(v -> v.getNullCount() > 0)) {
          return Optional.empty();
        }
        ScoreBlock block = rows.block(answer.batch());
        work.add(() -> Looked.at(block));
      }
      work.finish();
    }
    return Optional.of(rows);
  }

  /**
   * What a block tells by itself.
   *
   * @param places per class, per row
   */
  @SuppressWarnings("ArrayRecordComponent") // read only, inside of this class
  private record Looked(ScoreBlock block, Cells cells, char[][] places) {
    static Looked at(ScoreBlock block) {
      char[][] places = Arrays.stream(block.scores()).map(PairCount::places).toArray(char[][]::new);
      return new Looked(block, Cells.of(block), places);
    }
  }

  private void add(Looked looked) {
    cells.add(looked.cells());
    for (int k = 0; k < classes; k++) {
      pairs.get(k).add(looked.block(), looked.places()[k]);
    }
  }

  private ScoreBlock block(VectorSchemaRoot batch) {
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
    for (FieldVector vector : batch.getFieldVectors()) {
      bytes += vector.getBufferSize();
    }
    return new ScoreBlock(scores, seen);
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

  /** The counts of all rows, once; the same for every number of threads. */
  public ScoreCounts count(int threads) {
    List<Double> areas = new ArrayList<>();
    try (OrderedWork<OptionalDouble> work =
        new OrderedWork<>(threads, area -> area.ifPresent(areas::add))) {
      pairs.forEach(ofClass -> work.add(ofClass::area));
      work.finish();
    }
    return new ScoreCounts(cells.list(), areas.stream().mapToDouble(Double::doubleValue).average());
  }
}
