/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.relational;

import org.insitu.udf.expression.Expression;
import org.insitu.udf.expression.Program;
import org.insitu.udf.expression.Program.Named;
import org.insitu.udf.expression.Traversal;
import org.insitu.udf.model.Forest;
import org.insitu.udf.model.PointFunction;

/**
 * The work of a program for one row, in steps: about a nanosecond each, an addition being one. Used
 * to compare plans of the same statement, so only the proportions matter.
 */
public final class Steps {
  /** An exponential or a logarithm costs about ten additions. */
  private static final double TRANSCENDENTAL = 10;

  /** Of a CASE whose earlier branches settle nearly every row, the rest is seldom computed. */
  private static final double SELDOM = 0.01;

  private Steps() {}

  /** The steps of all layers and outputs. */
  public static double of(Program program) {
    double steps = 0;
    for (var layer : program.layers()) {
      for (Named column : layer) {
        steps += of(column.expression());
      }
    }
    for (Named output : program.outputs()) {
      steps += of(output.expression());
    }
    return steps;
  }

  /** Steps of an attribution at each node of its forest. */
  private static final double ATTRIBUTION = 10;

  private static double of(Expression expression) {
    return switch (expression) {
      case Expression.Literal _ -> 0;
      case Expression.Column _ -> 0;
      case Expression.Interpolation e ->
          children(e) + 2 + Integer.SIZE - Integer.numberOfLeadingZeros(e.line().points());
      case Expression.TreeSum sum -> children(sum) + levels(sum.forest());
      case Expression.TreeAttributions trees ->
          children(trees) + trees.forests().getFirst().nodes() * ATTRIBUTION;
      case Expression.OfPoints e -> children(e) + points(e.function());
      case Expression.Element e -> children(e) + 1;
      case Expression.Case c -> branches(c);
      case Expression.Lookup lookup -> children(lookup) + Math.max(1, lookup.keys().size() / 2.0);
      case Expression.Call call ->
          children(call)
              + switch (call.function()) {
                case EXP, LN, POWER -> TRANSCENDENTAL;
                case SQRT, ABS, FLOOR, GREATEST, LEAST -> 1;
              };
      case Expression.StructList list -> children(list) + 5.0 * list.rows().size();
      case Expression.Arithmetic e -> children(e) + 1;
      case Expression.Comparison e -> children(e) + 1;
      case Expression.Logic e -> children(e) + 1;
      case Expression.IsMissing e -> children(e) + 1;
      case Expression.Cast e -> children(e) + 1;
      case Expression.Joined e -> children(e) + e.parts().size();
      case Expression.Accepted e -> children(e) + e.refusals().size();
    };
  }

  private static double points(PointFunction function) {
    double coordinate = function.points().inputs().size();
    double bell = function instanceof PointFunction.BellSum ? TRANSCENDENTAL : 0;
    return function.points().rows() * (coordinate + bell);
  }

  private static double children(Expression expression) {
    return Traversal.children(expression).stream().mapToDouble(Steps::of).sum();
  }

  private static double branches(Expression.Case choice) {
    boolean settled = true;
    double steps = 0;
    for (Expression.When when : choice.whens()) {
      // A result of NULL is withheld for a few odd rows.
      settled &= when.result() instanceof Expression.Literal literal && literal.value() != null;
      steps += of(when.condition()) + of(when.result());
    }
    return steps + (settled ? SELDOM : 1) * of(choice.otherwise());
  }

  /** The expected depth of a row's walk, summed over the trees: a node is passed by its share. */
  private static double levels(Forest forest) {
    double levels = 0;
    double[] share = new double[forest.nodes()];
    for (int root : forest.roots()) {
      share[root] = 1;
    }
    for (int node = 0; node < forest.nodes(); node++) {
      levels += share[node];
      if (forest.feature()[node] >= 0) {
        double left = forest.cover()[forest.left()[node]];
        double right = forest.cover()[forest.right()[node]];
        double part = left + right > 0 ? left / (left + right) : 0.5;
        share[forest.left()[node]] += share[node] * part;
        share[forest.right()[node]] += share[node] * (1 - part);
      }
    }
    return levels;
  }
}
