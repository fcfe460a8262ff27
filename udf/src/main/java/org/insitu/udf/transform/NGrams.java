/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.transform;

import java.util.List;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.sql.SqlDialect;

/**
 * NGRAMS(texts, [least, most] [, separator]): every run of so many texts, joined; by where they
 * begin, then by length. NULL texts are left out.
 */
record NGrams(int least, int most, String separator) implements Preprocessor {

  static NGrams of(Constants constants) {
    List<Double> range =
        constants.values().getFirst() instanceof Constant.Num number
            ? List.of(number.value(), number.value())
            : constants.numbers(0);
    boolean two = range.size() == 2 || range.size() == 1;
    double least = two ? range.getFirst() : 0;
    double most = two ? range.getLast() : 0;
    if (!(least >= 1 && most >= least) || least != Math.rint(least) || most != Math.rint(most)) {
      throw new IllegalArgumentException(
          "range: %s (expected: [least, most], whole numbers from 1)".formatted(range));
    }
    return new NGrams((int) least, (int) most, constants.text(1, " "));
  }

  @Override
  public String sql(List<Argument> arguments, List<Known> known, SqlDialect dialect) {
    String texts =
        "list_filter(CAST(%s AS %s[]), lambda __t: __t IS NOT NULL)"
            .formatted(arguments.getFirst().sql(), dialect.type(ValueType.VARCHAR));
    return ("flatten(list_transform(range(1, len(%1$s) + 1), lambda __i: list_transform("
            + "range(%2$d, least(%3$d, len(%1$s) - __i + 1) + 1),"
            + " lambda __n: array_to_string(list_slice(%1$s, __i, __i + __n - 1), %4$s))))")
        .formatted(texts, least, most, dialect.string(separator));
  }
}
