/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.transform;

import java.util.List;
import java.util.function.UnaryOperator;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.sql.SqlDialect;

/**
 * LABEL_ENCODER and ONE_HOT_ENCODER: the code of a value in the {@link Vocabulary}, as a BIGINT or
 * as a list of one {@code (index BIGINT, value DOUBLE)}. With {@code drop = 'most_frequent'} the
 * most frequent value has the value 0.
 */
record CategoryEncoder(boolean oneHot, Drop drop, Vocabulary vocabulary) implements Preprocessor {
  enum Drop {
    NONE,
    MOST_FREQUENT
  }

  static CategoryEncoder label(Constants constants) {
    return new CategoryEncoder(false, Drop.NONE, Vocabulary.of(constants, 0));
  }

  static CategoryEncoder oneHot(Constants constants) {
    return new CategoryEncoder(
        true, constants.choice(0, Drop.class, Drop.NONE), Vocabulary.of(constants, 1));
  }

  @Override
  public boolean isAnalytic() {
    return true;
  }

  @Override
  public List<String> aggregates(
      List<Argument> arguments, UnaryOperator<String> over, SqlDialect dialect) {
    String histogram = over.apply("histogram(%s)".formatted(text(arguments, dialect)));
    String values = vocabulary.of(histogram);
    return drop == Drop.NONE
        ? List.of(values)
        : List.of(values, new Vocabulary(1, vocabulary.rowsMin()).of(histogram));
  }

  private static String text(List<Argument> arguments, SqlDialect dialect) {
    return "CAST(%s AS %s)".formatted(arguments.getFirst().sql(), dialect.type(ValueType.VARCHAR));
  }

  @Override
  public String sql(List<Argument> arguments, List<Known> known, SqlDialect dialect) {
    String text = text(arguments, dialect);
    String code = Vocabulary.code(text, known.getFirst(), dialect);
    if (!oneHot) {
      return code;
    }
    String one = dialect.number(1.0);
    String value =
        drop == Drop.NONE
            ? one
            : "CASE WHEN list_contains(%s, %s) THEN %s ELSE %s END"
                .formatted(known.get(1).sql(dialect), text, dialect.number(0.0), one);
    return "[{'index': %s, 'value': %s}]".formatted(code, value);
  }

  /** The code alone: to a model one column of codes is what the list says. */
  @Override
  public String feature(List<Argument> arguments, List<Known> known, SqlDialect dialect) {
    String text = text(arguments, dialect);
    return "CAST(%s AS %s)"
        .formatted(
            Vocabulary.code(text, known.getFirst(), dialect), dialect.type(ValueType.VARCHAR));
  }

  @Override
  public int width(List<Known> known) {
    return oneHot ? known.getFirst().texts().map(texts -> texts.size() + 1).orElse(-1) : -1;
  }

  @Override
  public boolean isCategory() {
    return oneHot;
  }
}
