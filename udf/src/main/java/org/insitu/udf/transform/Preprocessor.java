/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.transform;

import java.util.List;
import java.util.function.UnaryOperator;
import org.insitu.udf.sql.SqlDialect;

/** A preprocessing function with its constants. */
public interface Preprocessor {

  /** Whether it looks at all rows, and so needs {@code OVER ()}. */
  default boolean isAnalytic() {
    return false;
  }

  /**
   * What it must know of all rows, each a number, a text, or a list of either; none for a function
   * of one row.
   *
   * @param over makes of an aggregate what it is to be: itself, or a window over all rows
   */
  default List<String> aggregates(
      List<Argument> arguments, UnaryOperator<String> over, SqlDialect dialect) {
    return List.of();
  }

  /**
   * What it makes of a row.
   *
   * @param known one per aggregate
   */
  String sql(List<Argument> arguments, List<Known> known, SqlDialect dialect);

  /** Whether a model takes its value as a category, though it is a list. */
  default boolean isCategory() {
    return false;
  }

  /** What a model takes instead of {@link #sql} when it {@link #isCategory}. */
  default String feature(List<Argument> arguments, List<Known> known, SqlDialect dialect) {
    return sql(arguments, known, dialect);
  }

  /** How many numbers its sparse list of (index, value) stands for; -1 when it is none. */
  default int width(List<Known> known) {
    return -1;
  }
}
