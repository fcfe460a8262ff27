/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.apache.arrow.vector.types.pojo.Field;
import org.insitu.executor.fit.FitResources;
import org.insitu.executor.fit.NameList;
import org.insitu.executor.train.scores.ScoredRows;
import org.insitu.executor.warehouse.Answer;
import org.insitu.executor.warehouse.Scalars;
import org.insitu.executor.warehouse.WarehouseConnection;
import org.insitu.parser.option.Choice.BucketStrategy;
import org.insitu.planner.anomaly.AnomalyThresholds;
import org.insitu.planner.anomaly.ClusterAnomalies;
import org.insitu.planner.anomaly.ScoredAnomalies;
import org.insitu.planner.bind.Columns;
import org.insitu.planner.evaluate.Evaluations;
import org.insitu.planner.evaluate.ScoreCounts;
import org.insitu.planner.inspect.Components;
import org.insitu.planner.table.ColumnType;
import org.insitu.planner.table.Table;
import org.insitu.udf.expression.Program;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.model.Label;
import org.insitu.udf.model.ModelAnomalies;
import org.insitu.udf.model.ModelFunction;
import org.insitu.udf.sql.SqlDialect;
import org.insitu.udf.sql.SqlText;
import org.insitu.udf.sql.SqlWriter;
import org.insitu.udf.sql.TreeForm;
import org.jspecify.annotations.Nullable;

/**
 * What a fit finds out by its model's answers: metrics of the held-out rows, and what
 * ML.DETECT_ANOMALIES compares with. They are kept as tables for functions that are asked without
 * data; {@link TrainingInfo} and {@link FeatureInfo} are what is known without the model.
 */
final class TrainingFacts {
  private static final double THRESHOLD = 0.5;
  private static final int BUCKETS = 10;

  private final WarehouseConnection connection;
  private final SqlDialect dialect;
  private final ModelFunction model;
  private final Columns columns;
  private final Split split;
  private final Evaluations evaluations;
  private final Set<String> kernelFunctions = new LinkedHashSet<>();
  private final List<String> notices = new ArrayList<>();
  private final Sending sending;
  private long bytesMoved;

  /**
   * Whether scores may be sent here.
   *
   * @param allowed false where no row may leave the warehouse
   * @param resources of a fit
   * @param fits that do so at once
   * @param trainingRows of each
   */
  record Sending(boolean allowed, FitResources resources, int fits, long trainingRows) {
    boolean fits(double rows, int classes) {
      return allowed && ScoredRows.haveRoom(resources, rows, classes, fits);
    }
  }

  TrainingFacts(
      WarehouseConnection connection,
      SqlDialect dialect,
      ModelFunction model,
      Columns columns,
      Split split,
      Sending sending) {
    this.sending = sending;
    this.connection = connection;
    this.dialect = dialect;
    this.model = model;
    this.columns = columns;
    this.split = split;
    String heldOut = split.judging();
    this.evaluations =
        new Evaluations(model, heldOut, columns.inputs(model, dialect), dialect, TreeForm.CALL);
  }

  /** The metrics of the held-out rows, of the training rows where none are held out. */
  Map<String, Table> metrics() {
    Optional<Program> score = ModelAnomalies.score(model);
    if (score.isPresent()) {
      return scored(score.get());
    }
    if (!evaluations.areDefined()) {
      return Map.of();
    }
    if (model instanceof ModelFunction.KMeans clusters) {
      return clusters(clusters);
    }
    List<String> classes = model.label().map(Label::classes).orElse(List.of());
    if (classes.isEmpty()) {
      return Map.of("EVALUATE", evaluation());
    }
    if (!evaluations.ofTwoClasses()) {
      Optional<Map<String, Table>> counted = countedHere(classes);
      if (counted.isPresent()) {
        return counted.get();
      }
    }
    SqlText scored = evaluations.scored(THRESHOLD);
    register(scored);
    try (TemporaryTable rows = TemporaryTable.of(connection, "insitu_scored", scored.sql())) {
      if (!split.judging().equals(split.training())) {
        noteUnknown(rows.name(), classes);
      }
      Evaluations once = evaluations.over(rows.name());
      Map<String, Table> tables = new HashMap<>();
      tables.put("CONFUSION_MATRIX", table(once.confusionMatrix(THRESHOLD)));
      if (!once.ofTwoClasses()) {
        tables.put("EVALUATE", table(once.metrics(THRESHOLD)));
        return tables;
      }
      tables.put("CALIBRATION", table(once.calibration(BUCKETS, BucketStrategy.UNIFORM)));
      String groups = once.groups(THRESHOLD, BUCKETS).sql();
      try (TemporaryTable kept = TemporaryTable.of(connection, "insitu_score_groups", groups)) {
        Evaluations grouped = once.grouped(kept.name());
        tables.put("EVALUATE", table(grouped.metrics(THRESHOLD)));
        tables.put("ROC_CURVE", table(grouped.rocCurve(List.of())));
        tables.put("PR_CURVE", table(grouped.prCurve(List.of())));
        tables.put("LIFT", table(grouped.lift(BUCKETS)));
      }
      return tables;
    }
  }

  /** The metrics of several classes, where the scores may be sent here and have room. */
  private Optional<Map<String, Table>> countedHere(List<String> classes) {
    if (!sending.fits(sending.trainingRows(), classes.size())) {
      return Optional.empty();
    }
    SqlText scores = evaluations.classScores();
    register(scores);
    Optional<ScoredRows> sent;
    try (TemporaryTable rows = TemporaryTable.of(connection, "insitu_scores", scores.sql())) {
      String all = "SELECT * FROM " + rows.name();
      if (!sending.fits(Scalars.count(connection, RowCount.query(all)), classes.size())) {
        return Optional.empty();
      }
      sent = ScoredRows.read(connection, all, classes.size(), sending.resources().threads());
    }
    return sent.map(read -> counted(read, classes));
  }

  private Map<String, Table> counted(ScoredRows sent, List<String> classes) {
    bytesMoved += sent.bytes();
    ScoreCounts counts = sent.count(sending.resources().threads());
    if (counts.cells().stream().anyMatch(cell -> cell.seen() < 0)) {
      noteUnknown("(%s) AS scored".formatted(evaluations.scored(THRESHOLD).sql()), classes);
    }
    Evaluations counted = evaluations.counted(counts);
    return Map.of(
        "CONFUSION_MATRIX",
        table(counted.confusionMatrix(THRESHOLD)),
        "EVALUATE",
        table(counted.metrics(THRESHOLD)));
  }

  /** Bytes of rows that left the warehouse. */
  long bytesMoved() {
    return bytesMoved;
  }

  /** ML.EVALUATE alone, of a model that has metrics over rows. */
  Table evaluation() {
    return table(evaluations.metrics(THRESHOLD));
  }

  /** Says which classes only the held-out rows have. */
  private void noteUnknown(String scored, List<String> classes) {
    StringJoiner known = new StringJoiner(", ");
    classes.forEach(name -> known.add(dialect.string(name)));
    List<String> names = new ArrayList<>();
    long count = 0;
    for (List<@Nullable Object> row :
        Scalars.rows(
            connection,
            "SELECT y, count(*) FROM %s WHERE y NOT IN (%s) GROUP BY y ORDER BY y"
                .formatted(scored, known))) {
      names.add("'" + row.get(0) + "'");
      count += ((Number) Objects.requireNonNull(row.get(1))).longValue();
    }
    if (!names.isEmpty()) {
      notices.add(
          "Only held-out rows have the label %s (%d of them): the model does not know it, each counts"
                  .formatted(NameList.of(names), count)
              + " as a wrong prediction. Split so that every class is trained on.");
    }
  }

  /** What should be said of the rows that were evaluated. */
  List<String> notices() {
    return List.copyOf(notices);
  }

  /** What ML.DETECT_ANOMALIES compares with, and what the model says of itself. */
  private Map<String, Table> scored(Program score) {
    Map<String, Table> tables = new HashMap<>();
    SqlWriter writer = new SqlWriter(dialect, TreeForm.CALL);
    SqlText scores =
        ScoredAnomalies.scores(score, split.training(), columns.inputs(model, dialect), writer);
    String thresholds = AnomalyThresholds.sql(scores.sql(), dialect);
    tables.put(AnomalyThresholds.FACT, table(new SqlText(thresholds, scores.kernels())));
    if (model instanceof ModelFunction.PrincipalComponents components) {
      tables.put("EVALUATE", Components.evaluation(components));
    }
    return tables;
  }

  /** The metrics, and what ML.DETECT_ANOMALIES compares with, of rows assigned once. */
  private Map<String, Table> clusters(ModelFunction.KMeans clusters) {
    SqlText assigned = evaluations.clustered(clusters);
    register(assigned);
    try (TemporaryTable rows = TemporaryTable.of(connection, "insitu_clustered", assigned.sql())) {
      Evaluations once = evaluations.over(rows.name());
      String clustered = once.clustered(clusters).sql();
      Table radii = table(new SqlText(ClusterAnomalies.radii(clustered), Map.of()));
      String scores = ClusterAnomalies.scores(clustered, radii, dialect);
      return Map.of(
          "EVALUATE",
          table(once.metrics(THRESHOLD)),
          ClusterAnomalies.RADII,
          radii,
          AnomalyThresholds.FACT,
          table(new SqlText(AnomalyThresholds.sql(scores, dialect), Map.of())));
    }
  }

  private void register(SqlText query) {
    query.kernels().forEach(connection::register);
    kernelFunctions.addAll(query.kernels().keySet());
  }

  /** The names under which the model's kernels are called. */
  List<String> kernelFunctions() {
    return List.copyOf(kernelFunctions);
  }

  /** A small answer as a table of its own column names and types. */
  private Table table(SqlText query) {
    register(query);
    try (Answer answer = connection.execute(query.sql(), List.of())) {
      List<Table.Column> columns = new ArrayList<>();
      List<ValueType> types = new ArrayList<>();
      for (Field field : answer.schema().getFields()) {
        ValueType type = Columns.valueType(field).orElse(ValueType.VARCHAR);
        types.add(type);
        columns.add(new Table.Column(field.getName(), new ColumnType.Scalar(type)));
      }
      List<List<@Nullable Object>> rows = new ArrayList<>();
      for (List<@Nullable Object> row : Scalars.rows(answer)) {
        List<@Nullable Object> plain = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
          plain.add(plain(row.get(i), types.get(i)));
        }
        rows.add(plain);
      }
      return new Table(columns, rows);
    }
  }

  /** A value as a constant table holds it; a date, which comes as days since 1970, as text. */
  private static @Nullable Object plain(@Nullable Object value, ValueType type) {
    return switch (value) {
      case null -> null;
      case Integer days when type == ValueType.DATE -> LocalDate.ofEpochDay(days).toString();
      case Boolean b -> b;
      case Double d -> d;
      case Float f -> f.doubleValue();
      case Number n when n instanceof Long || n instanceof Integer -> n.longValue();
      case Number n -> n.doubleValue();
      default -> value.toString();
    };
  }
}
