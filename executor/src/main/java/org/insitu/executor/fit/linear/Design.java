/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.insitu.executor.fit.CategoryEncoding;
import org.insitu.executor.fit.ColumnProfile;
import org.insitu.executor.fit.LabelProfile;
import org.insitu.executor.fit.Profile;
import org.insitu.executor.fit.rows.ColumnLayout;
import org.insitu.executor.fit.rows.Scaling;
import org.insitu.udf.model.Feature;
import org.insitu.udf.model.Label;

/**
 * The columns of a least-squares problem: the intercept first, when there is one, then scaled
 * numbers, then levels; the scaled label beside them.
 *
 * <p>Without regularisation the levels of a category add up to the intercept. One of them, the most
 * frequent, is then left out as the reference; {@link Weights} makes a weight per level of it again
 * where the encoding is one-hot.
 *
 * @param layout the features' columns
 * @param scaling of the numbers
 * @param labelCenter subtracted from the label
 * @param labelScale divides it then
 * @param intercept whether column 0 is the intercept
 * @param references per category the level left out, or -1
 */
@SuppressWarnings("ArrayRecordComponent") // read only, inside the trainer
record Design(
    ColumnLayout layout,
    Scaling scaling,
    double labelCenter,
    double labelScale,
    boolean intercept,
    int[] references) {

  /** The problem of a linear regression; its label is a number. */
  static Design of(Profile profile, LinearTerms terms) {
    LabelProfile.Numeric label = (LabelProfile.Numeric) profile.label().orElseThrow();
    double size =
        terms.fitIntercept() ? label.deviation() : Math.hypot(label.mean(), label.deviation());
    double scale = Scaling.powerOfTwo(size);
    double center = terms.fitIntercept() ? Scaling.center(label.mean(), scale) : 0;
    return of(profile, terms, center, scale);
  }

  /** The columns of a score; there is no label to scale. */
  static Design ofScores(Profile profile, LinearTerms terms) {
    return of(profile, terms, 0, 1);
  }

  /** The same columns behind an intercept. */
  Design withIntercept() {
    return new Design(layout, scaling, labelCenter, labelScale, true, references);
  }

  private static Design of(Profile profile, LinearTerms terms, double center, double scale) {
    ColumnLayout layout = ColumnLayout.of(profile.features());
    return new Design(
        layout,
        Scaling.of(layout.numericFeatures(), terms.fitIntercept()),
        center,
        scale,
        terms.fitIntercept(),
        references(profile, terms));
  }

  private static int[] references(Profile profile, LinearTerms terms) {
    boolean dummy = terms.categoryEncoding() == CategoryEncoding.DUMMY;
    List<Integer> references = new ArrayList<>();
    for (ColumnProfile column : profile.columns()) {
      if (column instanceof ColumnProfile.Category category) {
        // Without an intercept the first category carries the constant, and keeps all levels.
        boolean spans = terms.fitIntercept() || !references.isEmpty();
        references.add(dummy || (!terms.isPenalized() && spans) ? mostFrequent(category) : -1);
      }
    }
    return references.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int mostFrequent(ColumnProfile.Category category) {
    int best = 0;
    for (int level = 1; level < category.rows().size(); level++) {
      if (category.rows().get(level) > category.rows().get(best)) {
        best = level;
      }
    }
    boolean nullsPrevail = category.missing() > category.rows().get(best);
    return nullsPrevail ? category.rows().size() : best;
  }

  List<Feature> features() {
    return layout.features();
  }

  static Label label(Profile profile) {
    return profile.label().orElseThrow().label();
  }

  /** Columns of the problem: intercept, numbers, all levels (references too). */
  int width() {
    return (intercept ? 1 : 0) + layout.width();
  }

  /** The first number's column. */
  int firstNumber() {
    return intercept ? 1 : 0;
  }

  /** The first level's column. */
  int firstLevel() {
    return firstNumber() + layout.numbers();
  }

  /** The columns solved for, ascending: all but the references. */
  int[] solvedColumns() {
    boolean[] reference = new boolean[width()];
    int[] offsets = layout.levelOffsets();
    for (int c = 0; c < references.length; c++) {
      if (references[c] >= 0) {
        reference[firstLevel() + offsets[c] + references[c]] = true;
      }
    }
    int[] columns = new int[width()];
    int count = 0;
    for (int column = 0; column < reference.length; column++) {
      if (!reference[column]) {
        columns[count++] = column;
      }
    }
    return Arrays.copyOf(columns, count);
  }

  /**
   * What a column's solution is multiplied by to be the weight that regularisation measures: 0 for
   * the intercept, deviation / scale for numbers, 1 for levels.
   */
  double[] penaltyScale() {
    double[] result = new double[width()];
    Arrays.fill(result, firstLevel(), width(), 1);
    List<Feature.Numeric> numbers = layout.numericFeatures();
    for (int i = 0; i < numbers.size(); i++) {
      result[firstNumber() + i] = numbers.get(i).standardDeviation() / scaling.scale()[i];
    }
    return result;
  }

  /** A column's name for people; empty for the intercept. */
  Optional<String> columnName(int column) {
    return column < firstNumber()
        ? Optional.empty()
        : Optional.of(layout.columnName(column - firstNumber()));
  }
}
