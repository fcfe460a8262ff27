/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.insitu.udf.expression.Expression;
import org.insitu.udf.expression.Expression.Column;
import org.insitu.udf.expression.Expression.Literal;
import org.insitu.udf.expression.Program;
import org.insitu.udf.expression.Program.Named;
import org.insitu.udf.expression.Traversal;

/**
 * Scores of a row of which only some features are known: copies of the layers of a program, in
 * which columns of the other features are NULL.
 */
final class MaskedScores {
  private final ModelFunction model;
  private final List<List<Named>> program;
  private final List<List<Named>> layers;

  /** The columns of the first layer with features masked, by what they are. */
  private final Map<Expression, String> inputs = new LinkedHashMap<>();

  /** The copies of each later layer, and the scores. */
  private final List<List<Named>> copies = new ArrayList<>();

  private final Set<String> copied = new HashSet<>();

  /**
   * Starts.
   *
   * @param layers receives the layers when all are there
   */
  MaskedScores(ModelFunction model, Program program, List<List<Named>> layers) {
    this.model = model;
    this.program = program.layers();
    this.layers = layers;
    for (int i = 0; i < program.layers().size(); i++) {
      copies.add(new ArrayList<>());
    }
  }

  /**
   * Adds a score.
   *
   * @param known the features that are not masked
   * @param number of the set
   * @param name of the score's column
   */
  void add(BitSet known, int number, String name, Expression score) {
    Map<String, Expression> renamed = new HashMap<>();
    Set<String> masked = new HashSet<>();
    for (int i = 0; i < model.features().size(); i++) {
      if (!known.get(i)) {
        masked.add(model.features().get(i).name());
      }
    }
    Set<String> needed = needed(score);
    for (int layer = 0; layer < program.size(); layer++) {
      for (Named column : program.get(layer)) {
        if (!needed.contains(column.name())) {
          continue;
        }
        if (layer == 0) {
          Expression expression = mask(column.expression(), masked);
          if (!expression.equals(column.expression())) {
            String of = inputs.computeIfAbsent(expression, e -> "__b" + inputs.size());
            renamed.put(column.name(), new Column(of, expression.type()));
          }
        } else {
          String copy = column.name() + "_v" + number;
          if (copied.add(copy)) {
            copies.get(layer - 1).add(new Named(copy, rename(column.expression(), renamed)));
          }
          renamed.put(column.name(), new Column(copy, column.expression().type()));
        }
      }
    }
    copies.getLast().add(new Named(name, rename(score, renamed)));
  }

  /** Adds all layers. */
  void finish() {
    List<Named> first = new ArrayList<>(layers.getFirst());
    inputs.forEach((expression, name) -> first.add(new Named(name, expression)));
    layers.set(0, first);
    copies.stream().filter(layer -> !layer.isEmpty()).forEach(layers::add);
  }

  /** The columns that a score is made of. */
  private Set<String> needed(Expression score) {
    Set<String> needed = new HashSet<>(Traversal.columns(score));
    for (List<Named> layer : program.reversed()) {
      for (Named column : layer) {
        if (needed.contains(column.name())) {
          needed.addAll(Traversal.columns(column.expression()));
        }
      }
    }
    return needed;
  }

  private static Expression mask(Expression expression, Set<String> masked) {
    return replace(
        expression,
        column -> masked.contains(column.name()) ? new Literal(null, column.type()) : column);
  }

  private static Expression rename(Expression expression, Map<String, Expression> renamed) {
    return replace(expression, column -> renamed.getOrDefault(column.name(), column));
  }

  private interface Replacement {
    Expression of(Column column);
  }

  private static Expression replace(Expression expression, Replacement replacement) {
    UnaryOperator<Expression> inner = e -> replace(e, replacement);
    return expression instanceof Column column
        ? replacement.of(column)
        : Traversal.mapChildren(expression, inner);
  }
}
