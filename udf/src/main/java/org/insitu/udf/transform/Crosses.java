/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.transform;

import java.util.ArrayList;
import java.util.List;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.sql.SqlDialect;

/**
 * FEATURE_CROSS and POLYNOMIAL_EXPAND: a STRUCT of the combinations of a STRUCT's fields, named by
 * joining their names with {@code _}.
 *
 * <pre>
 *   FEATURE_CROSS(STRUCT(a, b, c), 3)    a_b, a_b_c, a_c, b_c: the texts joined with _
 *   POLYNOMIAL_EXPAND(STRUCT(a, b), 2)   a, a_a, a_b, b, b_b: the products
 * </pre>
 *
 * @param degree the most fields of a combination
 */
record Crosses(boolean products, int degree) implements Preprocessor {
  private static final int FIELDS_MAX = 10;
  private static final int DEGREE_MAX = 4;

  static Crosses of(boolean products, Constants constants) {
    return new Crosses(products, constants.integer(0, products ? 1 : 2, DEGREE_MAX, 2));
  }

  @Override
  public String sql(List<Argument> arguments, List<Known> known, SqlDialect dialect) {
    if (arguments.size() > FIELDS_MAX || arguments.size() < (products ? 1 : 2)) {
      throw new IllegalArgumentException(
          "fields of STRUCT: %d (expected: %d to %d)"
              .formatted(arguments.size(), products ? 1 : 2, FIELDS_MAX));
    }
    List<String> fields = new ArrayList<>();
    combine(arguments, 0, new ArrayList<>(), fields, dialect);
    return "{" + String.join(", ", fields) + "}";
  }

  private void combine(
      List<Argument> arguments,
      int from,
      List<Argument> chosen,
      List<String> fields,
      SqlDialect dialect) {
    for (int i = from; i < arguments.size(); i++) {
      chosen.add(arguments.get(i));
      if (products || chosen.size() > 1) {
        fields.add(field(chosen, dialect));
      }
      if (chosen.size() < degree) {
        combine(arguments, products ? i : i + 1, chosen, fields, dialect);
      }
      chosen.removeLast();
    }
  }

  private String field(List<Argument> chosen, SqlDialect dialect) {
    String name = String.join("_", chosen.stream().map(Argument::name).toList());
    List<String> values =
        chosen.stream()
            .map(
                argument ->
                    products
                        ? Scaler.number(argument.sql(), dialect)
                        : "CAST(%s AS %s)"
                            .formatted(argument.sql(), dialect.type(ValueType.VARCHAR)))
            .toList();
    // || and not concat: a NULL makes the whole NULL.
    String value = products ? String.join(" * ", values) : String.join(" || '_' || ", values);
    return dialect.quoteIdentifier(name) + ": (" + value + ")";
  }
}
