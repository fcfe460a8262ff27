/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.expression;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a model computes for a row, as layers of named expressions.
 *
 * <p>The columns of the first layer read the input relation; those of each further layer read all
 * columns of the layers below it, so that a value used twice is written and computed once. The
 * outputs read the layers (the input relation when there are none) and are what the user sees, in
 * order.
 *
 * @param layers inner layers, possibly none; their column names begin with two underscores and are
 *     unique over all layers
 * @param outputs the visible columns
 */
public record Program(List<List<Named>> layers, List<Named> outputs) {
  public Program {
    layers = layers.stream().map(List::copyOf).toList();
    outputs = List.copyOf(outputs);
    Set<String> known = new HashSet<>();
    for (int i = 0; i < layers.size(); i++) {
      for (Named column : layers.get(i)) {
        requireKnown(column, i == 0 ? null : known);
      }
      for (Named column : layers.get(i)) {
        if (!known.add(column.name())) {
          throw new IllegalArgumentException("layer column defined twice: " + column.name());
        }
      }
    }
    for (Named output : outputs) {
      requireKnown(output, layers.isEmpty() ? null : known);
    }
  }

  /** An expression and the name of the column that holds its value. */
  public record Named(String name, Expression expression) {}

  /** The columns of the input relation that this program reads, in order of first use. */
  public Set<String> inputColumns() {
    Set<String> columns = new LinkedHashSet<>();
    for (Named column : layers.isEmpty() ? outputs : layers.getFirst()) {
      columns.addAll(Traversal.columns(column.expression()));
    }
    return columns;
  }

  /**
   * The same program with only some of its outputs, and without what they do not need.
   *
   * @throws IllegalArgumentException when there is no output of a name
   */
  public Program only(Collection<String> names) {
    List<Named> kept = outputs.stream().filter(o -> names.contains(o.name())).toList();
    if (kept.size() != names.size()) {
      throw new IllegalArgumentException(
          "outputs: "
              + names
              + " (expected: some of "
              + outputs.stream().map(Named::name).toList()
              + ")");
    }
    return new Program(layers, kept).pruned();
  }

  /** The same program without layer columns that nothing reads. */
  public Program pruned() {
    Set<String> needed = new HashSet<>();
    outputs.forEach(output -> needed.addAll(Traversal.columns(output.expression())));
    List<List<Named>> kept = new ArrayList<>();
    for (List<Named> layer : layers.reversed()) {
      List<Named> used = layer.stream().filter(c -> needed.contains(c.name())).toList();
      used.forEach(column -> needed.addAll(Traversal.columns(column.expression())));
      if (!used.isEmpty()) {
        kept.addFirst(used);
      }
    }
    return new Program(kept, outputs);
  }

  /** The same with one more column in its first layer, and outputs that may read it. */
  public Program with(Named column, List<Named> others) {
    List<List<Named>> all = new ArrayList<>(layers);
    List<Named> first = new ArrayList<>(all.isEmpty() ? List.of() : all.removeFirst());
    first.add(column);
    all.addFirst(first);
    return new Program(all, others);
  }

  /** Whether there can be rows that it refuses. */
  public boolean mayFail() {
    return Stream.concat(layers.stream().flatMap(List::stream), outputs.stream())
        .anyMatch(column -> mayFail(column.expression()));
  }

  private static boolean mayFail(Expression expression) {
    return expression instanceof Expression.Accepted
        || Traversal.children(expression).stream().anyMatch(Program::mayFail);
  }

  /** A program that answers with NULLs of the same names and types, and reads nothing. */
  public Program nulls() {
    return new Program(
        List.of(), outputs.stream().map(o -> new Named(o.name(), nulls(o.expression()))).toList());
  }

  private static Expression nulls(Expression expression) {
    return expression instanceof Expression.StructList
        ? Traversal.mapChildren(expression, Program::nulls)
        : new Expression.Literal(null, expression.type());
  }

  private static void requireKnown(Named column, @Nullable Set<String> known) {
    if (known != null && !known.containsAll(Traversal.columns(column.expression()))) {
      throw new IllegalArgumentException(
          "column '" + column.name() + "' reads what no layer below it defines");
    }
  }
}
