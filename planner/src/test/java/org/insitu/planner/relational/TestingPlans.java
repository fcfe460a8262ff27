/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.relational;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.Schema;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.insitu.parser.InsituParser;
import org.insitu.parser.statement.ModelName;
import org.insitu.parser.statement.SqlText;
import org.insitu.parser.statement.Statement;
import org.insitu.planner.catalog.Catalog;
import org.insitu.planner.catalog.ModelVersion;
import org.insitu.planner.relational.rule.Phase;
import org.insitu.planner.rewrite.Expansion;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.model.Feature;
import org.insitu.udf.model.Forest;
import org.insitu.udf.model.Label;
import org.insitu.udf.model.LinearPredictor;
import org.insitu.udf.model.LinearPredictor.Term;
import org.insitu.udf.model.ModelFunction;
import org.insitu.udf.model.Policies;
import org.insitu.udf.model.Policy;
import org.insitu.udf.sql.DuckDbDialect;
import org.insitu.udf.sql.TreeForm;

/**
 * Plans over two tables, {@code customers} (2,000 rows) and {@code orders} (100,000), and four
 * models: {@code spend} (linear), {@code strict} (the same, but it refuses a region that training
 * did not see), {@code churn} (logistic, no or yes) and {@code risk} (two trees that split age at
 * 30 and 60 and region).
 */
public final class TestingPlans implements Catalog {
  private static final List<Feature> FEATURES =
      List.of(
          new Feature.Numeric("age", ValueType.BIGINT, 40, 10),
          new Feature.Numeric("income", ValueType.DOUBLE, 50, 20),
          new Feature.Category("region", ValueType.VARCHAR, List.of("EU", "US"), false));
  private static final List<Feature> STRICT =
      List.of(
          FEATURES.get(0),
          FEATURES.get(1),
          FEATURES.get(2).with(new Policies(Policy.DEFAULT, Policy.ERROR, Optional.empty())));
  private static final LinearPredictor PREDICTOR =
      new LinearPredictor(
          1, List.of(new Term.Slope(2), new Term.Slope(3), new Term.Weights(List.of(4.0, 5.0), 0)));
  private static final Map<String, ModelVersion> MODELS =
      Map.of(
          "spend",
          version(
              "spend",
              new ModelFunction.LinearRegression(
                  FEATURES, new Label("spend", ValueType.DOUBLE, List.of()), PREDICTOR)),
          "strict",
          version(
              "strict",
              new ModelFunction.LinearRegression(
                  STRICT, new Label("spend", ValueType.DOUBLE, List.of()), PREDICTOR)),
          "churn",
          version(
              "churn",
              new ModelFunction.LogisticRegression(
                  FEATURES,
                  new Label("churned", ValueType.VARCHAR, List.of("no", "yes")),
                  List.of(PREDICTOR))),
          "risk",
          version(
              "risk",
              new ModelFunction.BoostedTrees(
                  FEATURES, new Label("risk", ValueType.DOUBLE, List.of()), List.of(twoTrees()))));

  private static final ArrowType TEXT = new ArrowType.Utf8();

  private final List<String> fired = new ArrayList<>();
  private List<String> names = List.of();

  /** Says what the warehouse calls the columns of the answers to come. */
  public TestingPlans answering(String... columns) {
    names = List.of(columns);
    return this;
  }

  private static ModelVersion version(String name, ModelFunction function) {
    return new ModelVersion(name, 1, "MODEL", function, Map.of());
  }

  /** {@code age < 30 ? 1 : age < 60 ? 2 : 3} plus {@code region < 1 ? 10 : 20}. */
  private static Forest twoTrees() {
    return new Forest(
        3,
        new int[] {0, 5},
        new int[] {0, -1, 0, -1, -1, 2, -1, -1},
        new float[] {30, 0, 60, 0, 0, 1, 0, 0},
        new int[] {1, -1, 3, -1, -1, 6, -1, -1},
        new int[] {2, -1, 4, -1, -1, 7, -1, -1},
        new boolean[] {true, false, true, false, false, true, false, false},
        new double[] {0, 1, 0, 2, 3, 0, 10, 20},
        new double[8],
        new double[] {9, 3, 6, 3, 3, 9, 5, 4},
        0.5);
  }

  /** The plan of a query after some phases, a node a line, indented by depth. */
  public String plan(String sql, Phase... phases) throws Exception {
    fired.clear();
    Statement.MlQuery query = (Statement.MlQuery) InsituParser.parse(sql, name -> false);
    SqlText text = query.sql();
    Expansion standIns = new Expansion(this, new DuckDbDialect(), TreeForm.AUTO);
    RelNode plan =
        new RelationalPlanner(this, new DuckDbDialect(), TreeForm.AUTO)
            .read(text, Heads.query(text.text()), standIns);
    return RelOptUtil.toString(RelationalPlanner.run(plan, fired::add, phases));
  }

  /** What is planned of a query in the end. */
  public RelationalPlanner.Attempt attempt(String sql) {
    return attempt(sql, false);
  }

  /** What is planned of a query that is to be written anew whether that spares work or not. */
  public RelationalPlanner.Attempt always(String sql) {
    return attempt(sql, true);
  }

  private RelationalPlanner.Attempt attempt(String sql, boolean always) {
    Statement.MlQuery query = (Statement.MlQuery) InsituParser.parse(sql, name -> false);
    return new RelationalPlanner(this, new DuckDbDialect(), TreeForm.AUTO)
        .plan(query.sql(), always);
  }

  /** The rules that changed the last plan, in order. */
  public List<String> fired() {
    return List.copyOf(fired);
  }

  @Override
  public ModelVersion resolve(ModelName name) {
    return MODELS.get(name.path().getLast());
  }

  @Override
  public Optional<ModelName> functionModel(String name) {
    return Optional.empty();
  }

  /** Answers for the planner's own questions: the names of the columns of a query. */
  @Override
  public Schema describe(org.insitu.udf.sql.SqlText query) {
    return query.sql().equals("SELECT * FROM customers")
        ? table(List.of("customers")).orElseThrow()
        : new Schema(names.stream().map(name -> column(name, TEXT)).toList());
  }

  @Override
  public Optional<Schema> table(List<String> path) {
    ArrowType whole = new ArrowType.Int(64, true);
    ArrowType number = new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE);
    return switch (path.getLast()) {
      case "customers" ->
          Optional.of(
              new Schema(
                  List.of(
                      column("id", whole),
                      column("age", whole),
                      column("income", number),
                      column("region", TEXT))));
      case "orders" ->
          Optional.of(
              new Schema(
                  List.of(
                      column("order_id", whole),
                      column("customer_id", whole),
                      column("amount", number))));
      default -> Optional.empty();
    };
  }

  private static Field column(String name, ArrowType type) {
    return Field.nullable(name, type);
  }

  /** The larger table's rows; one for an equality with 5. */
  @Override
  public double estimatedRows(String sql) {
    return sql.contains("= 5") ? 1 : sql.contains("orders") ? 100_000 : 2_000;
  }
}
