/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.rows;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.insitu.executor.warehouse.Answer;
import org.insitu.udf.model.Feature;
import org.insitu.udf.model.Label;

/**
 * Reads a training query from its warehouse in blocks of exactly the rows asked for, but for the
 * last, whatever the size of the warehouse's batches.
 *
 * <p><b>Threads:</b> one; a block once handed out is the caller's, until it gives it back.
 */
public final class BlockReader implements AutoCloseable {
  private final Answer answer;
  private final List<Feature> features;
  private final Optional<Label> label;
  private final List<NumberReader> numberReaders = new ArrayList<>();
  private final List<LevelReader> levelReaders = new ArrayList<>();
  private final NumberReader labelNumbers = new NumberReader(Double.NaN);
  private final Optional<LevelReader> labelLevels;
  private final Optional<WholeClasses> labelWholes;
  private final ArrayDeque<Block> spare = new ArrayDeque<>();
  private int[] labelCodes = new int[0];
  private int position;
  private int available;
  private boolean ended;
  private long bytes;

  private BlockReader(Answer answer, List<Feature> features, Optional<Label> label) {
    this.answer = answer;
    this.features = features;
    this.label = label;
    for (Feature feature : features) {
      switch (feature) {
        case Feature.Numeric numeric -> numberReaders.add(new NumberReader(numeric.mean()));
        case Feature.Category category ->
            levelReaders.add(
                new LevelReader(
                    category.levels(), category.missingSeen() ? category.levels().size() : -1));
      }
    }
    Optional<Label> classes = label.filter(target -> !target.classes().isEmpty());
    this.labelWholes =
        classes
            .filter(RowQuery::readsLabelAsNumber)
            .map(target -> new WholeClasses(target.classes()));
    this.labelLevels =
        classes
            .filter(target -> !RowQuery.readsLabelAsNumber(target))
            .map(target -> new LevelReader(target.classes(), -1));
  }

  /** Starts the query. */
  public static BlockReader open(Source source, List<Feature> features, Optional<Label> label) {
    String query = RowQuery.of(source, features, label);
    return new BlockReader(source.connection().execute(query, List.of()), features, label);
  }

  /** The next {@code rows} rows, fewer at the end, none after it. */
  public Block next(int rows) {
    Block block =
        spare.isEmpty() || spare.getFirst().capacity() < rows
            ? Block.allocate(rows, numberReaders.size(), levelReaders.size(), label.isPresent())
            : spare.removeFirst();
    int filled = 0;
    while (filled < rows && advance()) {
      int count = Math.min(rows - filled, available - position);
      copy(answer.batch(), position, count, block, filled);
      position += count;
      filled += count;
    }
    return block.withRows(filled);
  }

  /** Takes a block back whose arrays nobody looks at any more. */
  public void recycle(Block block) {
    spare.add(block);
  }

  /** Bytes of the Arrow batches read so far. */
  public long bytes() {
    return bytes;
  }

  private boolean advance() {
    while (!ended && position >= available) {
      ended = !answer.next();
      if (!ended) {
        position = 0;
        available = answer.batch().getRowCount();
        for (FieldVector vector : answer.batch().getFieldVectors()) {
          bytes += vector.getBufferSize();
        }
      }
    }
    return !ended;
  }

  private void copy(VectorSchemaRoot batch, int from, int count, Block block, int at) {
    int number = 0;
    int code = 0;
    for (int i = 0; i < features.size(); i++) {
      FieldVector vector = batch.getVector(i);
      switch (features.get(i)) {
        case Feature.Numeric numeric -> {
          numberReaders.get(number).read(vector, from, count, block.numbers()[number], at);
          number++;
        }
        case Feature.Category category -> {
          levelReaders.get(code).read(vector, from, count, block.codes()[code], at);
          code++;
        }
      }
    }
    if (label.isPresent()) {
      copyLabel(batch.getVector(features.size()), from, count, block.target(), at);
    }
  }

  private void copyLabel(FieldVector vector, int from, int count, double[] target, int at) {
    if (labelLevels.isPresent()) {
      if (labelCodes.length < count) {
        labelCodes = new int[count];
      }
      labelLevels.get().read(vector, from, count, labelCodes, 0);
      for (int i = 0; i < count; i++) {
        target[at + i] = labelCodes[i];
      }
    } else {
      labelNumbers.read(vector, from, count, target, at);
      labelWholes.ifPresent(classes -> classes.replace(target, at, count));
    }
  }

  @Override
  public void close() {
    answer.close();
  }
}
