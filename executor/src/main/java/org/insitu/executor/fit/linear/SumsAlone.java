/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.insitu.executor.fit.NameList;
import org.insitu.executor.fit.TrainingSet;

/**
 * What is said of a fit by sums of products alone, whose rows should have been factorised but are
 * too many: what the sums cannot tell, and what to do about it.
 *
 * @param workMax rows times columns squared that are factorised
 */
record SumsAlone(TrainingSet data, Design design, double workMax) {
  /** Decimal digits of a DOUBLE. */
  private static final int DIGITS = 16;

  /** Rows times columns squared. */
  double work() {
    return data.rows() * squaredWidth();
  }

  private double squaredWidth() {
    double width = design.solvedColumns().length;
    return width * width;
  }

  /** Whether the rows are too many to be factorised. */
  boolean isOnlyWay() {
    return work() > workMax;
  }

  /**
   * The notices.
   *
   * @param unsure the columns that may be no dependent ones
   * @param condition of the columns, where it costs digits; else 1
   * @param residuals their squares as a part of the label's, where they are lost; else 1
   */
  List<String> notices(List<String> unsure, double condition, double residuals) {
    List<String> notices = new ArrayList<>();
    if (condition > 1) {
      notices.add(
          "The columns nearly determine one another (condition %s): about %d digits are right."
              .formatted(shortest(condition), digits(condition * condition)));
    }
    if (!unsure.isEmpty()) {
      notices.add(
          "Columns that nearly depend on those before them may be among those of weight 0: sums of"
              + " products cannot tell them from dependent ones: %s."
                  .formatted(NameList.of(unsure)));
    }
    if (residuals < 1) {
      notices.add(
          "The residuals are small beside the label: about %d digits of the standard errors are"
                  .formatted(digits(1 / residuals))
              + " right.");
    }
    notices.add(remedy());
    return notices;
  }

  private static int digits(double lost) {
    return (int) Math.clamp(DIGITS - Math.log10(lost), 0, DIGITS);
  }

  private String remedy() {
    return "The rows were not factorised, which would tell: rows times columns squared are %s"
            .formatted(shortest(work()))
        + " (allowed: <= %s). Train on a sample: add USING SAMPLE %d ROWS to the query%s."
            .formatted(
                shortest(workMax),
                (long) (workMax / squaredWidth()),
                GramQuery.aggregates(design) <= LinearTrainer.AGGREGATES_MAX
                    ? "; or set EXECUTION = 'WAREHOUSE', which factorises any number"
                    : "");
  }

  private static String shortest(double value) {
    return String.format(Locale.ROOT, "%.1e", value);
  }
}
