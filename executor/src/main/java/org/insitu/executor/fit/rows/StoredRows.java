/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.rows;

import java.util.ArrayList;
import java.util.List;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.Readings;
import org.insitu.executor.fit.TrainingSet;

/**
 * Training rows in memory, for fits that pass over them many times: floats where a column's values
 * are all floats, level indices in one byte where they are few. A category is never expanded.
 *
 * @param layout of the columns
 * @param blocks in row order, of {@link BlockSize} rows
 * @param bytesRead that came from the warehouse for this fit
 */
public record StoredRows(ColumnLayout layout, List<StoredBlock> blocks, long bytesRead) {
  public StoredRows {
    blocks = List.copyOf(blocks);
  }

  /** Reads all rows; TOO_MUCH_DATA before the first when they may not fit. */
  public static StoredRows read(TrainingSet data, FitResources resources, FitProgress progress) {
    Readings.Reading<StoredRows> reading =
        data.readings().read(StoredRows.class, () -> readAll(data, resources, progress));
    StoredRows rows = reading.value();
    return reading.isNew() ? rows : new StoredRows(rows.layout(), rows.blocks(), 0);
  }

  private static StoredRows readAll(
      TrainingSet data, FitResources resources, FitProgress progress) {
    ColumnLayout layout = ColumnLayout.of(data.features());
    resources.requireHeap(
        (double) data.rows() * bytesPerRow(layout),
        "%d training rows of %d columns in memory".formatted(data.rows(), data.features().size()));
    int rows = BlockSize.rows(data.features().size());
    List<StoredBlock> blocks = new ArrayList<>();
    long done = 0;
    try (BlockReader reader = BlockReader.open(data.source(), data.features(), data.label());
        OrderedWork<StoredBlock> packing = new OrderedWork<>(resources.threads(), blocks::add)) {
      for (Block block = reader.next(rows); block.rows() > 0; block = reader.next(rows)) {
        progress.checkCancelled();
        Block current = block;
        packing.add(() -> new StoredBlock(current, layout));
        done += block.rows();
        progress.report("read", (double) done / data.rows(), done + " rows");
      }
      packing.finish();
      return new StoredRows(layout, blocks, reader.bytes());
    }
  }

  private static int bytesPerRow(ColumnLayout layout) {
    int bytes = Double.BYTES * (layout.numbers() + 1);
    for (int levels : layout.levelCounts()) {
      bytes += levels <= Byte.MAX_VALUE ? 1 : levels <= Short.MAX_VALUE ? 2 : 4;
    }
    return bytes;
  }

  /** How many rows there are. */
  public long rows() {
    return blocks.stream().mapToLong(StoredBlock::rows).sum();
  }
}
