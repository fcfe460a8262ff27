/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.statement;

import java.util.List;
import org.insitu.parser.error.Position;

/**
 * Sets of columns, and what is done to each of their columns in order: Redshift's PREPROCESSORS as
 * an item of TRANSFORM. Columns that stand in no set are as they are.
 *
 * @param sets at least one; no column stands in two
 */
public record ColumnSets(List<ColumnSet> sets, Position position) implements TransformClause.Item {
  public ColumnSets {
    sets = List.copyOf(sets);
  }

  /**
   * One set.
   *
   * @param columns at least one
   * @param steps at least one, in the order written
   */
  public record ColumnSet(List<Column> columns, List<Step> steps) {
    public ColumnSet {
      columns = List.copyOf(columns);
      steps = List.copyOf(steps);
    }
  }

  /** A column of the training query, as written. */
  public record Column(String name, Position position) {}

  /** One transformer where it stands. */
  public record Step(Transformer transformer, Position position) {}
}
