/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.sql;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.insitu.udf.expression.Expression;
import org.insitu.udf.model.BellTerms;
import org.insitu.udf.model.PointFunction;
import org.insitu.udf.sql.ExpressionWriter.Written;

/** Writes functions of points: a call of the kernel, or where there is none plain expressions. */
final class PointsWriter {
  private final SqlDialect dialect;
  private final TreeForm form;
  private final Map<String, KernelFunction> kernels;

  PointsWriter(SqlDialect dialect, TreeForm form, Map<String, KernelFunction> kernels) {
    this.dialect = dialect;
    this.form = form;
    this.kernels = kernels;
  }

  /**
   * The plain expression that stands for a function here; empty where it is called.
   *
   * @throws SqlTooLargeException when it can neither be called nor written out
   */
  Optional<Expression> plain(Expression.OfPoints e) {
    if (form.mayCall()) {
      return Optional.empty();
    }
    return switch (e.function()) {
      case PointFunction.BellSum sum -> {
        long size = (long) sum.points().rows() * sum.points().inputs().size();
        if (size > form.inlineCoordinatesMax()) {
          throw new SqlTooLargeException(
              "rows times features that a model keeps", size, form.inlineCoordinatesMax());
        }
        yield Optional.of(BellTerms.of(sum, e.inputs()));
      }
      case PointFunction.Nearest _ ->
          throw new SqlTooLargeException(
              "Nearest neighbours are searched by a function, not by an SQL expression.");
    };
  }

  /** A call over the texts of the inputs. */
  Written call(PointFunction function, List<Written> inputs) {
    String name = PointsName.of(function);
    kernels.put(name, new PointsFunction(function));
    List<String> arguments =
        inputs.stream().map(input -> dialect.nanForNull(input.sql(), input.facts())).toList();
    String call = name + "(" + String.join(", ", arguments) + ")";
    return function.outputs() == 1
        ? new Written(call, new Facts(false, true, true))
        : new Written(dialect.numbers(call), Facts.PRESENT);
  }
}
