/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.rows;

import java.util.List;
import org.insitu.udf.model.Feature;

/**
 * How features become the columns of a design matrix: the numbers in feature order, then the levels
 * of each category in feature order, a NULL seen in training being one level more. The levels stay
 * an index per row; they are columns of sums and weights only.
 *
 * @param features in the model's order
 * @param numbers how many are numeric
 * @param levelCounts levels per category, NULL included when seen
 */
@SuppressWarnings("ArrayRecordComponent") // read only, inside the trainers
public record ColumnLayout(List<Feature> features, int numbers, int[] levelCounts) {

  public static ColumnLayout of(List<Feature> features) {
    int numbers = (int) features.stream().filter(Feature.Numeric.class::isInstance).count();
    int[] levels =
        features.stream()
            .filter(Feature.Category.class::isInstance)
            .mapToInt(feature -> levels((Feature.Category) feature))
            .toArray();
    return new ColumnLayout(List.copyOf(features), numbers, levels);
  }

  private static int levels(Feature.Category category) {
    return category.levels().size() + (category.missingSeen() ? 1 : 0);
  }

  public int categories() {
    return levelCounts.length;
  }

  /** Levels of all categories. */
  public int levels() {
    int sum = 0;
    for (int count : levelCounts) {
      sum += count;
    }
    return sum;
  }

  /** Numbers and levels. */
  public int width() {
    return numbers + levels();
  }

  /** The first level of each category, counted from 0 over all levels. */
  public int[] levelOffsets() {
    int[] offsets = new int[levelCounts.length];
    for (int c = 1; c < offsets.length; c++) {
      offsets[c] = offsets[c - 1] + levelCounts[c - 1];
    }
    return offsets;
  }

  public List<Feature.Numeric> numericFeatures() {
    return features.stream()
        .filter(Feature.Numeric.class::isInstance)
        .map(Feature.Numeric.class::cast)
        .toList();
  }

  /** A name for people: {@code age}, or {@code colour = 'red'}. */
  public String columnName(int column) {
    if (column < numbers) {
      return numericFeatures().get(column).name();
    }
    int at = column - numbers;
    for (Feature feature : features) {
      if (feature instanceof Feature.Category category) {
        int count = levels(category);
        if (at < count) {
          return at < category.levels().size()
              ? category.name() + " = '" + category.levels().get(at) + "'"
              : category.name() + " IS NULL";
        }
        at -= count;
      }
    }
    throw new IndexOutOfBoundsException("column " + column + " of " + width());
  }
}
