/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.insitu.parser.InsituParser;
import org.insitu.parser.option.Choice;
import org.insitu.parser.statement.ModelName;
import org.insitu.parser.statement.Statement;
import org.insitu.planner.catalog.Catalog;
import org.insitu.planner.catalog.ModelVersion;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.model.Feature;
import org.insitu.udf.model.Label;
import org.insitu.udf.model.LinearPredictor;
import org.insitu.udf.model.ModelFunction;
import org.insitu.udf.sql.DuckDbDialect;
import org.insitu.udf.sql.SqlText;
import org.insitu.udf.sql.TreeForm;

/**
 * Plans a query of a made-up model over a made-up table. It loads the classes of the grammar, the
 * validator and the rules, for which the first statement of ours would otherwise wait a second.
 */
public final class WarmUp implements Catalog {
  private static final String QUERY =
      "SELECT t.id, PREDICT(m) AS p FROM t JOIN u ON t.id = u.id WHERE t.x > 1 AND PREDICT(m) > 2";

  private WarmUp() {}

  public static void run() {
    if (InsituParser.parse(QUERY, name -> false) instanceof Statement.MlQuery query) {
      new QueryPlanner(new WarmUp(), new DuckDbDialect())
          .plan(query.sql(), TreeForm.AUTO, Choice.Planner.RELATIONAL);
    }
  }

  @Override
  public ModelVersion resolve(ModelName name) {
    Feature x = new Feature.Numeric("x", ValueType.DOUBLE, 0, 1);
    return new ModelVersion(
        "m",
        1,
        "LINEAR_REG",
        new ModelFunction.LinearRegression(
            List.of(x),
            new Label("y", ValueType.DOUBLE, List.of()),
            new LinearPredictor(0, List.of(new LinearPredictor.Term.Slope(1)))),
        Map.of());
  }

  @Override
  public Optional<ModelName> functionModel(String name) {
    return Optional.empty();
  }

  @Override
  public Schema describe(SqlText query) {
    return columns("id", "p");
  }

  @Override
  public Optional<Schema> table(List<String> path) {
    return Optional.of(path.equals(List.of("t")) ? columns("id", "x") : columns("id"));
  }

  @Override
  public double estimatedRows(String sql) {
    return -1;
  }

  private static Schema columns(String... names) {
    ArrowType type = new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
    return new Schema(List.of(names).stream().map(name -> Field.nullable(name, type)).toList());
  }
}
