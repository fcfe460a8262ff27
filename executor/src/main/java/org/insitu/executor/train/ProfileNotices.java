/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.insitu.executor.fit.ColumnProfile;
import org.insitu.executor.fit.LabelProfile;
import org.insitu.executor.fit.Profile;
import org.insitu.planner.data.IdColumns;
import org.insitu.udf.expression.ValueType;

/**
 * The findings of ML.PREFLIGHT that a profile shows by itself, as notices: they cost a fit nothing.
 */
final class ProfileNotices {
  private static final int CLASS_ROWS = 10;
  private static final int NAMED_MAX = 5;
  private static final int ENOUGH_ROWS = 20;
  private static final double NEARLY_ALL = 0.9;

  private ProfileNotices() {}

  static List<String> of(Profile profile) {
    List<String> notices = new ArrayList<>();
    for (ColumnProfile column : profile.columns()) {
      id(column, profile.rows()).ifPresent(notices::add);
    }
    profile.label().flatMap(ProfileNotices::smallClasses).ifPresent(notices::add);
    return notices;
  }

  private static Optional<String> id(ColumnProfile column, long rows) {
    long present =
        rows
            - switch (column) {
              case ColumnProfile.Numeric n -> n.missing();
              case ColumnProfile.Category c -> c.missing();
            };
    boolean found =
        present >= ENOUGH_ROWS
            && switch (column) {
              case ColumnProfile.Numeric n -> isSerial(n, present);
              case ColumnProfile.Category c ->
                  c.feature().type() == ValueType.VARCHAR
                      && c.feature().levels().size() >= NEARLY_ALL * present;
            };
    return found
        ? Optional.of(
            "Column '%s' looks like an id: a model learns the rows by heart from it. Leave it out."
                .formatted(column.feature().name()))
        : Optional.empty();
  }

  /** Named so, whole, and of a range that the rows nearly fill; none is counted for it. */
  private static boolean isSerial(ColumnProfile.Numeric column, long present) {
    double range = column.max() - column.min() + 1;
    return IdColumns.isNamedLikeOne(column.feature().name())
        && column.feature().type() == ValueType.BIGINT
        && range >= NEARLY_ALL * present
        && range <= 2.0 * present;
  }

  private static Optional<String> smallClasses(LabelProfile label) {
    if (!(label instanceof LabelProfile.Classes classes)) {
      return Optional.empty();
    }
    List<String> small = new ArrayList<>();
    for (int k = 0; k < classes.rows().size(); k++) {
      if (classes.rows().get(k) < CLASS_ROWS) {
        small.add("'%s' (%d)".formatted(classes.label().classes().get(k), classes.rows().get(k)));
      }
    }
    if (small.isEmpty()) {
      return Optional.empty();
    }
    String named = String.join(", ", small.subList(0, Math.min(NAMED_MAX, small.size())));
    String more =
        small.size() > NAMED_MAX ? " and %d more".formatted(small.size() - NAMED_MAX) : "";
    return Optional.of(
        "The label '%s' has fewer than %d training rows of %s%s."
            .formatted(classes.label().name(), CLASS_ROWS, named, more));
  }
}
