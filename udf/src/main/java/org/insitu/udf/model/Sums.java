/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import java.util.ArrayList;
import java.util.List;
import org.insitu.udf.expression.Expression;
import org.insitu.udf.expression.Expression.Arithmetic;
import org.insitu.udf.expression.Expression.ArithmeticOperator;
import org.insitu.udf.expression.Expression.Literal;

/**
 * Long sums. Terms are added from the left in groups of {@value #GROUP}, then the groups from the
 * left: warehouses limit how deep an expression may nest (DuckDB: 1,000), and a plain chain of ten
 * thousand terms is ten thousand deep. The order is part of the expression, so every engine adds
 * alike.
 */
final class Sums {
  private static final int GROUP = 64;

  private Sums() {}

  /** The sum of all terms; 0 when there are none. */
  static Expression of(List<Expression> terms) {
    if (terms.isEmpty()) {
      return Literal.of(0.0);
    }
    List<Expression> groups = new ArrayList<>();
    for (int i = 0; i < terms.size(); i += GROUP) {
      groups.add(chain(terms.subList(i, Math.min(i + GROUP, terms.size()))));
    }
    return chain(groups);
  }

  static Expression plus(Expression left, Expression right) {
    return new Arithmetic(ArithmeticOperator.ADD, left, right);
  }

  static Expression minus(Expression left, Expression right) {
    return new Arithmetic(ArithmeticOperator.SUBTRACT, left, right);
  }

  static Expression times(Expression left, Expression right) {
    return new Arithmetic(ArithmeticOperator.MULTIPLY, left, right);
  }

  static Expression over(Expression left, Expression right) {
    return new Arithmetic(ArithmeticOperator.DIVIDE, left, right);
  }

  private static Expression chain(List<Expression> terms) {
    return terms.stream().reduce(Sums::plus).orElseThrow();
  }
}
