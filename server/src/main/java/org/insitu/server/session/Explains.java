/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.server.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.insitu.executor.fit.FitPlace;
import org.insitu.executor.fit.Purpose;
import org.insitu.executor.train.Family;
import org.insitu.executor.train.SplitRule;
import org.insitu.executor.warehouse.WarehouseConnection;
import org.insitu.parser.statement.Statement;
import org.insitu.planner.QueryPlanner.Planned;
import org.insitu.planner.explain.Explanation;
import org.insitu.planner.explain.Explanation.Step;
import org.insitu.planner.explain.ExplanationJson;
import org.insitu.planner.explain.QueryExplanation;
import org.insitu.planner.explain.Transfer;
import org.insitu.planner.stage.Stage;
import org.insitu.planner.table.ColumnType;
import org.insitu.planner.table.Table;
import org.insitu.udf.sql.SqlDialect;
import org.jspecify.annotations.Nullable;

/** EXPLAIN's answer: one column, a row per line of text, or one row of JSON. */
final class Explains {
  static final List<Table.Column> COLUMNS = List.of(new Table.Column("plan", ColumnType.VARCHAR));

  private Explains() {}

  /** What a query would do. */
  static Explanation query(Planned planned, SqlDialect dialect, WarehouseConnection warehouse) {
    Transfer answer =
        switch (planned.plan().stage()) {
          case Stage.WarehouseQuery query -> {
            query.functions().forEach(warehouse::register);
            yield expected("the answer only", query.sql(), warehouse);
          }
        };
    return QueryExplanation.of(planned.plan(), dialect, answer);
  }

  /** What a query will answer with; a statement that is none, or that has parameters, unknown. */
  private static Transfer expected(String what, String sql, WarehouseConnection warehouse) {
    WarehouseConnection.Prepared prepared = warehouse.prepare(sql);
    return prepared.parameterCount() > 0 || prepared.resultSchema().getFields().isEmpty()
        ? Transfer.of(what)
        : Transfer.of(what, warehouse.estimatedRows(sql), prepared.resultSchema());
  }

  /** What a fit would do. */
  static Explanation fit(Fits.Prepared fit, SqlDialect dialect, WarehouseConnection connection) {
    List<Step> steps = new ArrayList<>();
    String warehouse = dialect.name();
    steps.add(
        new Step(
            "WarehouseQuery",
            warehouse,
            "the training rows; copied once into a sorted temporary table unless it is a plain"
                + " scan",
            Transfer.of("nothing"),
            Optional.of(fit.sql())));
    steps.add(
        new Step(
            "WarehouseQuery",
            warehouse,
            "profile: counts, missing values, means, deviations, categories",
            Transfer.of("a few numbers per column and the category names"),
            Optional.empty()));
    steps.add(
        fitStep(
            fit.request().family(),
            warehouse,
            expected(
                "the feature and label columns, as Arrow batches inside this process",
                fit.sql(),
                connection)));
    steps.add(
        new Step(
            "WarehouseQuery",
            warehouse,
            "metrics as aggregates over "
                + evaluated(fit.request().split(), fit.request().family()),
            Transfer.of("one row of metrics, a confusion matrix, at most 101 points of a curve"),
            Optional.empty()));
    steps.add(
        new Step(
            "Write",
            "registry",
            "the model as a new version, made the default, in one transaction",
            Transfer.of("nothing"),
            Optional.empty()));
    String title =
        "Fit %s as %s"
            .formatted(fit.request().definition().name(), fit.request().definition().modelType());
    return new Explanation(title, steps, List.of());
  }

  private static Step fitStep(Family family, String warehouse, Transfer all) {
    return switch (family) {
      case Family.Linear f ->
          new Step(
              "Fit",
              f.options().place() == FitPlace.WAREHOUSE ? warehouse : "local",
              (f.options().place() == FitPlace.WAREHOUSE
                  ? "sums and products by one aggregate query"
                  : "sums and products over Arrow batches, by the profile's pass where no number"
                      + " is missing; refitted by Householder QR when the columns nearly"
                      + " determine one another"),
              f.options().place() == FitPlace.WAREHOUSE ? Transfer.of("one row of sums") : all,
              Optional.empty());
      case Family.Logistic f ->
          new Step("Fit", "local", "Newton's method over Arrow batches", all, Optional.empty());
      case Family.KMeans f ->
          new Step("Fit", "local", "Lloyd's iterations over Arrow batches", all, Optional.empty());
      case Family.BoostedTrees f ->
          new Step("Fit", "local", "XGBoost over Arrow batches", all, Optional.empty());
    };
  }

  private static String evaluated(SplitRule split, Family family) {
    if (family.purpose() == Purpose.UNSUPERVISED) {
      return "the training rows";
    }
    return switch (split) {
      case SplitRule.None n -> "the training rows (no split)";
      case SplitRule.Auto a ->
          "the held-out rows (none under 500 rows, a fifth to 50,000, then 10,000)";
      case SplitRule.Random r -> "the held-out %s of the rows".formatted(r.fraction());
      case SplitRule.Custom c -> "the rows whose %s is TRUE or NULL".formatted(c.column());
      case SplitRule.Sequential s ->
          "the last %s of the rows by %s".formatted(s.fraction(), s.column());
    };
  }

  /** The answer. */
  static Table table(Explanation explanation, Statement.Explain explain) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    if (explain.json()) {
      rows.add(List.of(ExplanationJson.write(explanation)));
    } else {
      explanation.text().forEach(line -> rows.add(List.of(line)));
    }
    return new Table(COLUMNS, rows);
  }
}
