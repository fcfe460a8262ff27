/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.transform;

import java.util.List;
import java.util.function.UnaryOperator;
import org.insitu.udf.sql.SqlDialect;

/**
 * IMPUTER(x, strategy): NULL becomes the mean, the median or the most frequent value; of equally
 * frequent ones the least.
 */
record Imputer(Strategy strategy) implements Preprocessor {
  enum Strategy {
    MEAN,
    MEDIAN,
    MOST_FREQUENT
  }

  static Imputer of(Constants constants) {
    return new Imputer(constants.choice(0, Strategy.class));
  }

  @Override
  public boolean isAnalytic() {
    return true;
  }

  @Override
  public List<String> aggregates(
      List<Argument> arguments, UnaryOperator<String> over, SqlDialect dialect) {
    String x = arguments.getFirst().sql();
    return List.of(
        switch (strategy) {
          case MEAN -> over.apply("avg(%s)".formatted(Scaler.finite(x, dialect)));
          case MEDIAN -> over.apply("median(%s)".formatted(Scaler.finite(x, dialect)));
          case MOST_FREQUENT -> mostFrequent(over.apply("histogram(%s)".formatted(x)));
        });
  }

  /** The keys of a histogram stand in their order, so the first of equals is the least. */
  private static String mostFrequent(String histogram) {
    return "map_keys(%1$s)[list_position(map_values(%1$s), list_max(map_values(%1$s)))]"
        .formatted(histogram);
  }

  @Override
  public String sql(List<Argument> arguments, List<Known> known, SqlDialect dialect) {
    String x = arguments.getFirst().sql();
    return "coalesce(%s, %s)"
        .formatted(
            strategy == Strategy.MOST_FREQUENT ? x : present(Scaler.number(x, dialect), dialect),
            known.getFirst().sql(dialect));
  }

  /** NaN is missing too. */
  private static String present(String number, SqlDialect dialect) {
    return "CASE WHEN NOT %s THEN %s END".formatted(dialect.isNaN(number), number);
  }
}
