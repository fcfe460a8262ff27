/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import java.util.List;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.executor.fit.rows.ColumnSql;
import org.insitu.executor.fit.rows.Source;
import org.insitu.executor.fit.rows.StoredBlock;
import org.insitu.executor.fit.rows.StoredRows;

/**
 * Labels that a distribution does not have.
 *
 * @param seen one of them; NaN for none
 * @param odd how many there are
 * @param rows of how many
 */
record LabelRange(double seen, long odd, long rows) {

  /** Of rows in memory. */
  static LabelRange of(StoredRows rows, Distribution distribution) {
    double[] target = new double[1024];
    long odd = 0;
    double seen = Double.NaN;
    for (StoredBlock block : rows.blocks()) {
      for (int from = 0; from < block.rows(); from += target.length) {
        int count = Math.min(target.length, block.rows() - from);
        block.target(from, count, target);
        for (int r = 0; r < count; r++) {
          if (!distribution.allows(target[r])) {
            seen = odd++ == 0 ? target[r] : seen;
          }
        }
      }
    }
    return new LabelRange(seen, odd, rows.rows());
  }

  /** Of rows in the warehouse; the least is the one seen. */
  static LabelRange inWarehouse(TrainingSet data, Distribution distribution) {
    Source source = data.source();
    String label = new ColumnSql(source).asDouble(source.column(data.label().orElseThrow().name()));
    double[] row =
        source.aggregate(
            List.of(
                "min(%s)".formatted(label),
                "sum(CASE WHEN %s %s THEN 0 ELSE 1 END)".formatted(label, distribution.allowed())));
    return new LabelRange(row[0], (long) row[1], data.rows());
  }
}
