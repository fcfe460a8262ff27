/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.specialize;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.insitu.udf.expression.Expression;
import org.insitu.udf.expression.Program;
import org.insitu.udf.expression.Program.Named;
import org.insitu.udf.expression.Traversal;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.model.Forest;

/** Makes a program smaller for rows whose columns are in known domains. */
public final class Specializer {
  private static final Expression.Literal FALSE =
      new Expression.Literal(Boolean.FALSE, ValueType.BOOLEAN);

  /** No value at all. */
  private static final Domain NOTHING =
      Domain.range(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, false);

  private final Map<String, Domain> known;

  private Specializer(Map<String, Domain> columns) {
    this.known = new HashMap<>(columns);
  }

  /**
   * The program for these rows.
   *
   * @param columns what is known of input columns, by the names that the program has for them
   */
  public static Program specialize(Program program, Map<String, Domain> columns) {
    return new Specializer(columns).program(program);
  }

  private Program program(Program program) {
    List<List<Named>> layers = new ArrayList<>();
    for (List<Named> layer : program.layers()) {
      List<Named> smaller = layer.stream().map(this::smaller).toList();
      smaller.forEach(column -> known.put(column.name(), domain(column.expression())));
      layers.add(smaller);
    }
    return new Program(layers, program.outputs().stream().map(this::smaller).toList()).pruned();
  }

  private Named smaller(Named column) {
    return new Named(column.name(), Traversal.map(column.expression(), this::node));
  }

  /** One node whose operands are as small as they get. */
  private Expression node(Expression expression) {
    return switch (expression) {
      case Expression.IsMissing e -> domain(e.operand()).mayBeMissing() ? e : FALSE;
      case Expression.Case e -> branches(e);
      case Expression.Accepted e -> accepted(e);
      case Expression.Lookup e -> lookup(e);
      case Expression.TreeSum e -> trees(e);
      default -> expression;
    };
  }

  private static Expression branches(Expression.Case choice) {
    List<Expression.When> open =
        choice.whens().stream().filter(when -> !when.condition().equals(FALSE)).toList();
    return open.isEmpty() ? choice.otherwise() : new Expression.Case(open, choice.otherwise());
  }

  private static Expression accepted(Expression.Accepted accepted) {
    List<Expression.Refusal> possible =
        accepted.refusals().stream().filter(r -> !r.condition().equals(FALSE)).toList();
    return possible.isEmpty()
        ? accepted.value()
        : new Expression.Accepted(possible, accepted.value());
  }

  private Expression lookup(Expression.Lookup lookup) {
    Domain key = domain(lookup.key());
    if (key.texts().isEmpty()) {
      return lookup;
    }
    Set<String> texts = key.texts().get();
    List<String> keys = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < lookup.keys().size(); i++) {
      if (texts.contains(lookup.keys().get(i))) {
        keys.add(lookup.keys().get(i));
        values.add(lookup.values().get(i));
      }
    }
    if (!key.mayBeMissing() && texts.size() == 1) {
      return Expression.Literal.of(values.isEmpty() ? lookup.unseen() : values.getFirst());
    }
    return new Expression.Lookup(lookup.key(), keys, values, lookup.missing(), lookup.unseen());
  }

  private Expression trees(Expression.TreeSum sum) {
    List<Domain> domains = sum.inputs().stream().map(this::domain).toList();
    Forest pruned = ForestPruner.prune(sum.forest(), domains);
    if (pruned == sum.forest()) {
      return sum;
    }
    BitSet tested = pruned.tested();
    List<Expression> inputs = tested.stream().mapToObj(sum.inputs()::get).toList();
    return new Expression.TreeSum(pruned.over(tested), inputs);
  }

  private Domain domain(Expression expression) {
    return switch (expression) {
      case Expression.Column e -> known.getOrDefault(e.name(), Domain.ALL);
      case Expression.Literal e when e.value() instanceof Number number ->
          value(number.doubleValue());
      case Expression.Cast e when e.type() == ValueType.FLOAT -> rounded(domain(e.operand()));
      case Expression.Cast e when e.type() == ValueType.DOUBLE -> domain(e.operand());
      case Expression.Cast e when e.type() == ValueType.VARCHAR -> domain(e.operand());
      case Expression.Case e -> {
        Domain all = domain(e.otherwise());
        for (Expression.When when : e.whens()) {
          if (when.condition().equals(new Expression.IsMissing(e.otherwise()))) {
            all = Domain.range(all.low(), all.high(), false);
          }
          all = all.or(domain(when.result()));
        }
        yield all;
      }
      case Expression.Lookup e -> values(e);
      default -> Domain.ALL;
    };
  }

  private static Domain rounded(Domain exact) {
    return Domain.range((float) exact.low(), (float) exact.high(), exact.mayBeMissing());
  }

  private static Domain value(double value) {
    return Double.isNaN(value)
        ? new Domain(NOTHING.low(), NOTHING.high(), true, Optional.empty())
        : Domain.range(value, value, false);
  }

  private Domain values(Expression.Lookup lookup) {
    Domain key = domain(lookup.key());
    boolean allKnown = key.texts().isPresent() && lookup.keys().containsAll(key.texts().get());
    Domain all = key.mayBeMissing() ? value(lookup.missing()) : NOTHING;
    all = allKnown ? all : all.or(value(lookup.unseen()));
    for (double value : lookup.values()) {
      all = all.or(value(value));
    }
    return all;
  }
}
