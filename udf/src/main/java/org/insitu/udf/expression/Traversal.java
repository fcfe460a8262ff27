/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.expression;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Walks over expressions. */
public final class Traversal {
  private Traversal() {}

  /** The direct operands, in the order written. */
  public static List<Expression> children(Expression expression) {
    return switch (expression) {
      case Expression.Literal _, Expression.Column _ -> List.of();
      case Expression.Arithmetic e -> List.of(e.left(), e.right());
      case Expression.Comparison e -> List.of(e.left(), e.right());
      case Expression.Logic e -> e.operands();
      case Expression.Case e -> {
        List<Expression> all = new ArrayList<>();
        for (Expression.When when : e.whens()) {
          all.add(when.condition());
          all.add(when.result());
        }
        all.add(e.otherwise());
        yield all;
      }
      case Expression.IsMissing e -> List.of(e.operand());
      case Expression.Cast e -> List.of(e.operand());
      case Expression.Call e -> e.arguments();
      case Expression.Lookup e -> List.of(e.key());
      case Expression.Interpolation e -> List.of(e.input());
      case Expression.TreeSum e -> e.inputs();
      case Expression.TreeAttributions e -> {
        List<Expression> all = new ArrayList<>(e.inputs());
        all.add(e.which());
        yield all;
      }
      case Expression.OfPoints e -> e.inputs();
      case Expression.Element e -> List.of(e.list());
      case Expression.StructList e -> {
        List<Expression> all = new ArrayList<>();
        e.rows().forEach(all::addAll);
        e.withheld().ifPresent(all::add);
        yield all;
      }
      case Expression.Joined e -> e.parts();
      case Expression.Accepted e -> {
        List<Expression> all = new ArrayList<>();
        for (Expression.Refusal refusal : e.refusals()) {
          all.add(refusal.condition());
          refusal.seen().ifPresent(all::add);
        }
        all.add(e.value());
        yield all;
      }
    };
  }

  /** The same expression, every node, operands first, replaced by what a function makes of it. */
  public static Expression map(Expression expression, UnaryOperator<Expression> function) {
    return function.apply(mapChildren(expression, child -> map(child, function)));
  }

  /** The same node with its direct operands replaced. */
  public static Expression mapChildren(Expression expression, UnaryOperator<Expression> inner) {
    return switch (expression) {
      case Expression.Literal _, Expression.Column _ -> expression;
      case Expression.Arithmetic e ->
          new Expression.Arithmetic(e.operator(), inner.apply(e.left()), inner.apply(e.right()));
      case Expression.Comparison e ->
          new Expression.Comparison(e.operator(), inner.apply(e.left()), inner.apply(e.right()));
      case Expression.Logic e -> new Expression.Logic(e.operator(), all(e.operands(), inner));
      case Expression.Case e ->
          new Expression.Case(
              e.whens().stream()
                  .map(
                      w -> new Expression.When(inner.apply(w.condition()), inner.apply(w.result())))
                  .toList(),
              inner.apply(e.otherwise()));
      case Expression.IsMissing e -> new Expression.IsMissing(inner.apply(e.operand()));
      case Expression.Cast e -> new Expression.Cast(inner.apply(e.operand()), e.type());
      case Expression.Call e -> new Expression.Call(e.function(), all(e.arguments(), inner));
      case Expression.Lookup e ->
          new Expression.Lookup(
              inner.apply(e.key()), e.keys(), e.values(), e.missing(), e.unseen());
      case Expression.Interpolation e ->
          new Expression.Interpolation(e.line(), inner.apply(e.input()));
      case Expression.TreeSum e -> new Expression.TreeSum(e.forest(), all(e.inputs(), inner));
      case Expression.TreeAttributions e ->
          new Expression.TreeAttributions(
              e.forests(), inner.apply(e.which()), all(e.inputs(), inner));
      case Expression.OfPoints e -> new Expression.OfPoints(e.function(), all(e.inputs(), inner));
      case Expression.Element e -> new Expression.Element(inner.apply(e.list()), e.index());
      case Expression.StructList e ->
          new Expression.StructList(
              e.fields(),
              e.rows().stream().map(row -> all(row, inner)).toList(),
              e.ordering(),
              e.withheld().map(inner));
      case Expression.Joined e -> new Expression.Joined(e.separator(), all(e.parts(), inner));
      case Expression.Accepted e ->
          new Expression.Accepted(
              e.refusals().stream()
                  .map(
                      r ->
                          new Expression.Refusal(
                              inner.apply(r.condition()), r.reason(), r.seen().map(inner)))
                  .toList(),
              inner.apply(e.value()));
    };
  }

  private static List<Expression> all(
      List<Expression> expressions, UnaryOperator<Expression> function) {
    return expressions.stream().map(function).toList();
  }

  /** The names of all columns that an expression reads, in order of first use. */
  public static Set<String> columns(Expression expression) {
    Set<String> names = new LinkedHashSet<>();
    collect(expression, names);
    return names;
  }

  private static void collect(Expression expression, Set<String> names) {
    if (expression instanceof Expression.Column column) {
      names.add(column.name());
    }
    for (Expression child : children(expression)) {
      collect(child, names);
    }
  }
}
