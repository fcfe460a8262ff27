/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.parser.statement;

import java.util.List;
import org.insitu.parser.error.Position;

/**
 * What TRANSFORM (...), or Redshift's PREPROCESSORS, makes of the columns of the training query.
 *
 * @param items in the order written, at least one
 */
public record TransformClause(List<Item> items, Position position) {
  public TransformClause {
    items = List.copyOf(items);
  }

  /** One item of the select list; {@link ColumnSets} stand alone. */
  public sealed interface Item permits Star, Named, ColumnSets {
    Position position();
  }

  /**
   * {@code * [EXCEPT (a, b)] [REPLACE (e AS c)]}: every column, some left out or replaced.
   *
   * @param except the columns left out, as written
   * @param replace the columns that become expressions
   */
  public record Star(List<String> except, List<Named> replace, Position position) implements Item {
    public Star {
      except = List.copyOf(except);
      replace = List.copyOf(replace);
    }
  }

  /** {@code e AS name}, or a column. */
  public record Named(SqlText expression, String name, Position position) implements Item {}
}
