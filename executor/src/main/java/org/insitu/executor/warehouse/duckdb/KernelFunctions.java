/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.warehouse.duckdb;

import java.sql.SQLException;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBFunctions.RegisteredFunction;
import org.duckdb.DuckDBScalarFunctionBuilder;
import org.insitu.udf.sql.ForestFunction;
import org.insitu.udf.sql.InterpolationFunction;
import org.insitu.udf.sql.KernelFunction;
import org.insitu.udf.sql.PointsFunction;

/** Makes kernels functions of DuckDB. */
final class KernelFunctions {
  private KernelFunctions() {}

  static RegisteredFunction register(
      DuckDBConnection connection, String name, KernelFunction function) {
    try (DuckDBScalarFunctionBuilder builder = DuckDBFunctions.scalarFunction()) {
      builder.withName(name);
      switch (function) {
        case ForestFunction forest -> define(builder, forest);
        case PointsFunction points -> define(builder, points);
        case InterpolationFunction line ->
            builder
                .withParameter(Double.class)
                .withReturnType(Double.class)
                .withVectorizedFunction(new InterpolationScalarFunction(line.line()));
      }
      return builder.register(connection);
    } catch (SQLException e) {
      throw DuckDbErrors.translate(e);
    }
  }

  private static void define(DuckDBScalarFunctionBuilder builder, ForestFunction function)
      throws SQLException {
    for (int i = 0; i < function.forest().features(); i++) {
      builder.withParameter(Double.class);
    }
    switch (function.kind()) {
      case SUM ->
          builder
              .withReturnType(Double.class)
              .withVectorizedFunction(new ForestSum(function.forest()));
      case ATTRIBUTIONS ->
          builder
              .withReturnType(String.class)
              .withVectorizedFunction(new ForestAttributions(function.forest()));
    }
  }

  private static void define(DuckDBScalarFunctionBuilder builder, PointsFunction function)
      throws SQLException {
    for (int i = 0; i < function.function().points().inputs().size(); i++) {
      builder.withParameter(Double.class);
    }
    builder
        .withReturnType(function.function().outputs() == 1 ? Double.class : String.class)
        .withVectorizedFunction(new PointsScalarFunction(function.function()));
  }
}
