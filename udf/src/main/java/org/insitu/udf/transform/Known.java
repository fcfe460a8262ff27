/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.transform;

import java.util.List;
import java.util.Optional;
import org.insitu.udf.sql.SqlDialect;

/** What stands for an aggregate of a pair: the constant that a fit found, or a window. */
public sealed interface Known {

  /** Found by a fit. */
  record Frozen(Parameter parameter) implements Known {}

  /** Computed beside the row. */
  record Window(String sql) implements Known {}

  /** Its text. */
  default String sql(SqlDialect dialect) {
    return switch (this) {
      case Frozen f -> f.parameter().sql(dialect);
      case Window w -> w.sql();
    };
  }

  /** The texts, where they are known now. */
  default Optional<List<String>> texts() {
    return this instanceof Frozen(Parameter.Texts(List<String> values))
        ? Optional.of(values)
        : Optional.empty();
  }

  /** The numbers, where they are known now. */
  default Optional<List<Double>> numbers() {
    return this instanceof Frozen(Parameter.Numbers(List<Double> values))
        ? Optional.of(values)
        : Optional.empty();
  }
}
