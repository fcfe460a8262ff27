/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import static org.insitu.udf.model.Sums.minus;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.insitu.udf.expression.Expression;
import org.insitu.udf.expression.Expression.Case;
import org.insitu.udf.expression.Expression.Column;
import org.insitu.udf.expression.Expression.Comparison;
import org.insitu.udf.expression.Expression.ComparisonOperator;
import org.insitu.udf.expression.Expression.Literal;
import org.insitu.udf.expression.Expression.When;
import org.insitu.udf.expression.ValueType;

/** Which score of a model is explained of a row: that of the class it predicts. */
sealed interface ChosenScore {
  /** The layer column of the predicted class's number. */
  String CLASS = "__class";

  /** The number of the score, a BIGINT that is never NULL. */
  Expression number();

  /** What is made of that number; SQL does not compute what is made of the others. */
  Expression of(IntFunction<Expression> score);

  /** A part of the score as a part of what is explained. */
  Expression signed(Expression part);

  /** The choice among a model's scores. */
  static ChosenScore of(int classes) {
    return switch (classes) {
      case 0 -> new Only();
      case 2 -> new LogOdds();
      default -> new OfClass(classes);
    };
  }

  /** What is made of the predicted class's number. */
  static Expression byClass(int classes, IntFunction<Expression> result) {
    List<When> whens =
        IntStream.range(0, classes - 1)
            .mapToObj(k -> new When(isClass(k), result.apply(k)))
            .toList();
    return new Case(whens, result.apply(classes - 1));
  }

  private static Expression isClass(int number) {
    return new Comparison(
        ComparisonOperator.EQUAL, new Column(CLASS, ValueType.BIGINT), Literal.of((long) number));
  }

  /** Of a regression: there is but one. */
  record Only() implements ChosenScore {
    @Override
    public Expression number() {
      return Literal.of(0L);
    }

    @Override
    public Expression of(IntFunction<Expression> score) {
      return score.apply(0);
    }

    @Override
    public Expression signed(Expression part) {
      return part;
    }
  }

  /** Of two classes: the one score is of the second, its negative of the first. */
  record LogOdds() implements ChosenScore {
    @Override
    public Expression number() {
      return Literal.of(0L);
    }

    @Override
    public Expression of(IntFunction<Expression> score) {
      return score.apply(0);
    }

    /** By subtraction, which makes no negative zeros. */
    @Override
    public Expression signed(Expression part) {
      return part.equals(Literal.of(0.0))
          ? part
          : byClass(2, k -> k == 0 ? minus(Literal.of(0.0), part) : part);
    }
  }

  /** Of more classes: one score for each. */
  record OfClass(int classes) implements ChosenScore {
    @Override
    public Expression number() {
      return new Column(CLASS, ValueType.BIGINT);
    }

    @Override
    public Expression of(IntFunction<Expression> score) {
      Expression first = score.apply(0);
      boolean alike = IntStream.range(1, classes).allMatch(k -> score.apply(k).equals(first));
      return alike ? first : byClass(classes, score);
    }

    @Override
    public Expression signed(Expression part) {
      return part;
    }
  }
}
