/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.sql;

import java.nio.ByteBuffer;
import java.util.Map;
import org.insitu.udf.expression.Expression.ComparisonOperator;
import org.insitu.udf.expression.PiecewiseLinear;
import org.insitu.udf.sql.ExpressionWriter.Written;

/**
 * Writes piecewise linear functions: as a CASE that halves the points until one is left, or as a
 * call (DuckDB, 500 points: 9 s against 0.1 s for a million rows).
 */
final class InterpolationWriter {
  private final SqlDialect dialect;
  private final TreeForm form;
  private final Map<String, KernelFunction> kernels;

  InterpolationWriter(SqlDialect dialect, TreeForm form, Map<String, KernelFunction> kernels) {
    this.dialect = dialect;
    this.form = form;
    this.kernels = kernels;
  }

  Written write(PiecewiseLinear line, Written input) {
    Facts facts = new Facts(input.facts().mayBeNull(), input.facts().mayBeNaN(), true);
    if (form.inlines(line)) {
      String sql = beforeFirst(line, input.sql());
      boolean present = !facts.mayBeNull() && !facts.mayBeNaN();
      return new Written(
          present
              ? sql
              : "CASE WHEN %s THEN %s ELSE %s END"
                  .formatted(dialect.isMissing(input.sql(), input.facts()), input.sql(), sql),
          facts);
    }
    if (!form.mayCall()) {
      throw new SqlTooLargeException(
          "points of a piecewise linear function", line.points(), form.inlinePointsMax());
    }
    String name = name(line);
    kernels.put(name, new InterpolationFunction(line));
    return new Written(name + "(" + input.sql() + ")", facts);
  }

  private String beforeFirst(PiecewiseLinear line, String input) {
    String from = from(line, 0, line.points(), input);
    return line.slope(0) == 0
        ? from // the first value is that before it
        : choice(input, line, 0, dialect.number(line.y(0)), from);
  }

  /** Over points from one to before another. */
  private String from(PiecewiseLinear line, int first, int end, String input) {
    if (end - first == 1) {
      String value = dialect.number(line.y(first));
      return line.slope(first) == 0
          ? value
          : "(%s + (%s - %s) * %s)"
              .formatted(
                  value, input, dialect.number(line.x(first)), dialect.number(line.slope(first)));
    }
    int middle = (first + end) / 2;
    return choice(
        input, line, middle, from(line, first, middle, input), from(line, middle, end, input));
  }

  private String choice(
      String input, PiecewiseLinear line, int point, String before, String after) {
    String less =
        dialect.compare(
            ComparisonOperator.LESS,
            input,
            Facts.PRESENT,
            dialect.number(line.x(point)),
            Facts.PRESENT);
    return "CASE WHEN %s THEN %s ELSE %s END".formatted(less, before, after);
  }

  private static String name(PiecewiseLinear line) {
    ByteBuffer content = ByteBuffer.allocate(2 * Double.BYTES * line.points());
    for (int i = 0; i < line.points(); i++) {
      content.putDouble(line.x(i)).putDouble(line.y(i));
    }
    return "insitu_line_" + Digest.of(content.array());
  }
}
