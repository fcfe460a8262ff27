/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Schema;
import org.insitu.executor.fit.ColumnProfile;
import org.insitu.executor.fit.Profile;
import org.insitu.executor.fit.TrainingSet;

/** When a column counts as one that depends on those before it. */
final class Dependence {
  /** What remains of such a column by orthogonal methods, relative to its length. */
  private static final double REMAINS = 1e-10;

  /** The same where a number is of single precision: its own rounding remains. */
  private static final double REMAINS_OF_FLOATS = 1e-6;

  private static final ArrowType FLOAT = new ArrowType.FloatingPoint(FloatingPointPrecision.SINGLE);

  private Dependence() {}

  /** What may remain of a dependent column of these rows, relative to its length. */
  static double remains(TrainingSet data) {
    Schema columns = data.source().describe();
    boolean floats =
        data.features().stream()
            .anyMatch(feature -> columns.findField(feature.name()).getType().equals(FLOAT));
    return floats ? REMAINS_OF_FLOATS : REMAINS;
  }

  /**
   * The numbers that sums of products took for dependent ones: by them alone such a column cannot
   * be told from one that is nearly so. A constant is known from its range, and levels are 0 and 1.
   */
  static List<String> unsure(Design design, Profile profile, Triangle triangle) {
    List<ColumnProfile.Numeric> numbers =
        profile.columns().stream()
            .filter(ColumnProfile.Numeric.class::isInstance)
            .map(ColumnProfile.Numeric.class::cast)
            .toList();
    List<String> names = new ArrayList<>();
    int[] solved = design.solvedColumns();
    for (int j = 0; j < solved.length && solved[j] < design.firstLevel(); j++) {
      int number = solved[j] - design.firstNumber();
      if (number >= 0 && triangle.isDropped(j)) {
        ColumnProfile.Numeric column = numbers.get(number);
        if (column.min() < column.max()) {
          names.add(column.feature().name());
        }
      }
    }
    return names;
  }
}
