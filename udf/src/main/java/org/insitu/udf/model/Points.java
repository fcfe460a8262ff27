/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import java.util.List;

/**
 * Rows that a model keeps, as points of the space of its encoded features. The array is the
 * record's own: callers must not write to it.
 *
 * @param inputs what each coordinate is
 * @param rows how many points
 * @param coordinates input after input, each of all points; finite
 */
@SuppressWarnings("ArrayRecordComponent") // bulk data; documented as not to be written to
public record Points(List<Input> inputs, int rows, double[] coordinates) {

  /** What a coordinate is. */
  public enum Input {
    /** A number: two are apart by their difference. */
    NUMBER,
    /**
     * The index of a category's level, -1 for none. It stands for one 0/1 value per level: two
     * levels are apart by two of them, a level and none by one.
     */
    CATEGORY
  }

  /** Checks the shape. */
  public Points {
    inputs = List.copyOf(inputs);
    if (rows < 1 || inputs.isEmpty() || coordinates.length != (long) rows * inputs.size()) {
      throw new IllegalArgumentException(
          "points: %d coordinates of %d rows, %d inputs"
              .formatted(coordinates.length, rows, inputs.size()));
    }
    for (double coordinate : coordinates) {
      if (!Double.isFinite(coordinate)) {
        throw new IllegalArgumentException("coordinate: " + coordinate + " (expected: finite)");
      }
    }
  }

  /** One coordinate of a point. */
  public double at(int input, int row) {
    return coordinates[input * rows + row];
  }
}
