/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.insitu.udf.expression.Expression.ComparisonOperator;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.model.Forest;
import org.insitu.udf.sql.ExpressionWriter.Written;
import org.insitu.udf.sql.ForestFunction.Kind;

/**
 * Writes sums over trees, as nested CASEs or as a call.
 *
 * <p>A tree compares an input rounded to float with a float threshold. Of an input that is FLOAT
 * already that is {@code x < t}. A DOUBLE needs no rounding either: it rounds below {@code t}
 * exactly when it lies below the middle between {@code t} and the float before it, or on it when
 * ties go down (to the even one).
 */
final class TreeWriter {
  private final SqlDialect dialect;
  private final TreeForm form;
  private final Map<String, KernelFunction> kernels;

  TreeWriter(SqlDialect dialect, TreeForm form, Map<String, KernelFunction> kernels) {
    this.dialect = dialect;
    this.form = form;
    this.kernels = kernels;
  }

  /** One input of the forest. */
  record Input(String sql, ValueType type, Facts facts) {}

  Written write(Forest forest, List<Input> inputs) {
    if (form.inlines(forest, dialect)) {
      List<String> terms = new ArrayList<>();
      terms.add(dialect.number(forest.baseScore()));
      for (int root : forest.roots()) {
        terms.add(node(forest, root, inputs));
      }
      return new Written("(" + String.join(" + ", terms) + ")", new Facts(false, true, true));
    }
    if (!form.mayCall()) {
      throw new SqlTooLargeException("nodes of trees", forest.nodes(), form.inlineNodesMax());
    }
    return new Written(
        call(new ForestFunction(forest, Kind.SUM), inputs), new Facts(false, true, true));
  }

  /** A list of what each input adds to the sum of the forest whose number another text gives. */
  Written attributions(List<Forest> forests, String which, List<Input> inputs) {
    if (!form.mayCall()) {
      throw new SqlTooLargeException(
          "Attributions of trees are computed by a function, not by an SQL expression.");
    }
    List<String> calls = new ArrayList<>();
    for (Forest forest : forests) {
      calls.add(call(new ForestFunction(forest, Kind.ATTRIBUTIONS), inputs));
    }
    if (calls.size() == 1) {
      return new Written(dialect.numbers(calls.getFirst()), Facts.PRESENT);
    }
    // A CASE computes a branch only for the rows that take it.
    StringBuilder sql = new StringBuilder("CASE ").append(which);
    for (int i = 0; i < calls.size() - 1; i++) {
      sql.append(" WHEN ").append(i).append(" THEN ").append(calls.get(i));
    }
    sql.append(" ELSE ").append(calls.getLast()).append(" END");
    return new Written(dialect.numbers(sql.toString()), Facts.PRESENT);
  }

  private String call(ForestFunction function, List<Input> inputs) {
    String name = ForestName.of(function);
    kernels.put(name, function);
    return name + "(" + String.join(", ", inputs.stream().map(this::argument).toList()) + ")";
  }

  /** DOUBLE, which the function rounds: by a CAST it took DuckDB 5 ns a value. */
  private String argument(Input input) {
    String sql =
        input.type() == ValueType.DOUBLE
            ? input.sql()
            : dialect.cast(input.sql(), input.type(), ValueType.DOUBLE, input.facts());
    return dialect.nanForNull(sql, input.facts());
  }

  private String node(Forest forest, int node, List<Input> inputs) {
    int feature = forest.feature()[node];
    if (feature < 0) {
      return dialect.number(forest.value()[node]);
    }
    String left = node(forest, forest.left()[node], inputs);
    String right = node(forest, forest.right()[node], inputs);
    Input input = inputs.get(feature);
    Split split = split(input, forest.threshold()[node]);
    // The branch of a missing input is the ELSE, which NULL reaches by itself and NaN because
    // comparisons with it are false.
    return forest.missingLeft()[node] && (input.facts().mayBeNull() || input.facts().mayBeNaN())
        ? "CASE WHEN "
            + compare(input, split.notLess(), split)
            + " THEN "
            + right
            + " ELSE "
            + left
            + " END"
        : "CASE WHEN "
            + compare(input, split.less(), split)
            + " THEN "
            + left
            + " ELSE "
            + right
            + " END";
  }

  private String compare(Input input, ComparisonOperator operator, Split split) {
    return dialect.compare(
        operator, input.sql(), input.facts(), dialect.number(split.at()), Facts.PRESENT);
  }

  /**
   * Where a tree divides the doubles.
   *
   * @param inclusive whether the point itself goes left
   */
  private record Split(double at, boolean inclusive) {
    ComparisonOperator less() {
      return inclusive ? ComparisonOperator.LESS_OR_EQUAL : ComparisonOperator.LESS;
    }

    ComparisonOperator notLess() {
      return inclusive ? ComparisonOperator.GREATER : ComparisonOperator.GREATER_OR_EQUAL;
    }
  }

  private static Split split(Input input, float threshold) {
    if (input.type() == ValueType.FLOAT || threshold == Float.NEGATIVE_INFINITY) {
      return new Split(threshold, false);
    }
    float below = Math.nextDown(threshold);
    double beyond = 0x1p128; // the power of two that stands for infinity when rounding
    double high = threshold == Float.POSITIVE_INFINITY ? beyond : threshold;
    double low = below == Float.NEGATIVE_INFINITY ? -beyond : below;
    boolean thresholdIsEven = (Float.floatToRawIntBits(threshold) & 1) == 0;
    return new Split(low + (high - low) / 2, !thresholdIsEven);
  }
}
