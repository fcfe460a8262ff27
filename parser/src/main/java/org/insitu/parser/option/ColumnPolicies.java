/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.option;

import java.util.List;
import org.insitu.parser.error.Position;
import org.insitu.parser.option.Choice.InputPolicy;

/**
 * What prediction does with odd values of its input columns.
 *
 * @param others of the columns that are not named
 * @param named in the order written
 */
public record ColumnPolicies(InputPolicy others, List<Named> named) {

  /** Everything is taken as it comes. */
  public static final ColumnPolicies DEFAULT = new ColumnPolicies(InputPolicy.DEFAULT, List.of());

  public ColumnPolicies {
    named = List.copyOf(named);
  }

  /**
   * The policy of one column.
   *
   * @param column in lower case
   */
  public record Named(String column, InputPolicy policy, Position position) {}

  /** The policy of a column. */
  public InputPolicy of(String column) {
    return named.stream()
        .filter(each -> each.column().equalsIgnoreCase(column))
        .map(Named::policy)
        .findFirst()
        .orElse(others);
  }
}
