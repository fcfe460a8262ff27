/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.bench;

import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.insitu.executor.warehouse.Answer;

/**
 * Features and a label in Java arrays, as a peer wants them.
 *
 * @param values row after row
 * @param labels one a row
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data
record FloatRows(float[] values, float[] labels) {

  /** Reads a query of FLOAT features and, last, an INTEGER label. */
  static FloatRows read(Lab lab, String query, int features, int rows) {
    float[] values = new float[rows * features];
    float[] labels = new float[rows];
    int at = 0;
    try (Answer answer = lab.execute(query)) {
      while (answer.next()) {
        VectorSchemaRoot batch = answer.batch();
        IntVector label = (IntVector) batch.getVector(features);
        for (int k = 0; k < features; k++) {
          Float4Vector column = (Float4Vector) batch.getVector(k);
          for (int i = 0; i < batch.getRowCount(); i++) {
            values[(at + i) * features + k] = column.get(i);
          }
        }
        for (int i = 0; i < batch.getRowCount(); i++) {
          labels[at + i] = label.get(i);
        }
        at += batch.getRowCount();
      }
    }
    if (at != rows) {
      throw new IllegalStateException("rows: %d (expected: %d)".formatted(at, rows));
    }
    return new FloatRows(values, labels);
  }

  int features() {
    return values.length / labels.length;
  }

  /** The same values, one array a feature. */
  float[][] columns() {
    int features = features();
    float[][] columns = new float[features][labels.length];
    for (int k = 0; k < features; k++) {
      for (int i = 0; i < labels.length; i++) {
        columns[k][i] = values[i * features + k];
      }
    }
    return columns;
  }
}
