/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.evaluate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.option.Choice.BucketStrategy;
import org.insitu.udf.model.ClassColumns;
import org.insitu.udf.model.Label;
import org.insitu.udf.model.ModelFunction;
import org.insitu.udf.sql.InputColumn;
import org.insitu.udf.sql.SqlDialect;
import org.insitu.udf.sql.SqlText;
import org.insitu.udf.sql.SqlWriter;
import org.insitu.udf.sql.TreeForm;

/**
 * The evaluation queries of a model over some data: used by ML.EVALUATE and its kin with data, and
 * by a fit on its held-out rows.
 *
 * @param source a query with the model's inputs and label
 * @param inputs the source's column for each feature, see {@link SqlWriter#select}
 * @param kept what of these is in tables already
 */
public record Evaluations(
    ModelFunction model,
    String source,
    Map<String, InputColumn> inputs,
    SqlDialect dialect,
    TreeForm treeForm,
    Kept kept) {

  /**
   * Intermediate answers that several metrics share, kept as tables.
   *
   * @param scored the rows of {@link #scored}
   * @param groups the rows of {@link #groups}
   * @param counts no table, but what metrics come to
   */
  public record Kept(
      Optional<String> scored, Optional<String> groups, Optional<ScoreCounts> counts) {
    static final Kept NOTHING = new Kept(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Evaluations that score the source's rows themselves. */
  public Evaluations(
      ModelFunction model,
      String source,
      Map<String, InputColumn> inputs,
      SqlDialect dialect,
      TreeForm treeForm) {
    this(model, source, inputs, dialect, treeForm, Kept.NOTHING);
  }

  /** ML.EVALUATE. */
  public SqlText metrics(double threshold) {
    if (model.label().isPresent()) {
      return supervised(threshold);
    }
    if (!(model instanceof ModelFunction.KMeans clusters)) {
      throw InsituException.of(
          ErrorCode.FUNCTION_NOT_APPLICABLE, "ML.EVALUATE needs a label or clusters.");
    }
    SqlText clustered = clustered(clusters);
    return new SqlText(
        KMeansMetrics.sql(clustered.sql(), CentroidDistances.of(clusters), dialect),
        clustered.kernels());
  }

  /**
   * The rows that the metrics of a clustering aggregate, {@code centroid_id} and {@code distance}:
   * kept as a table, {@link #over} it they are assigned once.
   */
  public SqlText clustered(ModelFunction.KMeans clusters) {
    return kept.scored()
        .map(table -> new SqlText(all(table), Map.of()))
        .orElseGet(() -> ScoredQueries.clustered(clusters, source, inputs, writer()));
  }

  /** Whether there are metrics of the model. */
  public boolean areDefined() {
    return model.label().isPresent() || model instanceof ModelFunction.KMeans;
  }

  private SqlText supervised(double threshold) {
    List<String> classes = model.label().map(Label::classes).orElseThrow();
    SqlText rows = scored(threshold);
    Scored scored = observations(rows, classes);
    String sql =
        classes.isEmpty()
            ? RegressionMetrics.sql(scored)
            : ClassificationMetrics.evaluate(scored, dialect);
    return new SqlText(sql, rows.kernels());
  }

  /** ML.CONFUSION_MATRIX. */
  public SqlText confusionMatrix(double threshold) {
    Label label = classifier("ML.CONFUSION_MATRIX");
    SqlText rows = scored(threshold);
    return new SqlText(
        ClassificationMetrics.confusionMatrix(
            observations(rows, label.classes()),
            ClassColumns.names(label.classes()),
            dialect.type(label.type()),
            dialect),
        rows.kernels());
  }

  /** ML.ROC_CURVE. */
  public SqlText rocCurve(List<Double> thresholds) {
    return ofTwoClasses("ML.ROC_CURVE", rows -> BinaryCurves.roc(rows, thresholds, dialect));
  }

  /** ML.PR_CURVE. */
  public SqlText prCurve(List<Double> thresholds) {
    return ofTwoClasses(
        "ML.PR_CURVE", rows -> BinaryCurves.precisionRecall(rows, thresholds, dialect));
  }

  /** ML.LIFT. */
  public SqlText lift(int buckets) {
    return ofTwoClasses("ML.LIFT", rows -> Lift.sql(rows, buckets, dialect));
  }

  /** ML.CALIBRATION. */
  public SqlText calibration(int buckets, BucketStrategy strategy) {
    return ofTwoClasses(
        "ML.CALIBRATION", rows -> Calibration.sql(rows, buckets, strategy, dialect));
  }

  private SqlText ofTwoClasses(String function, Function<Scored, String> query) {
    Label label = classifier(function);
    if (!ofTwoClasses()) {
      throw InsituException.of(
              ErrorCode.FUNCTION_NOT_APPLICABLE,
              "%s needs a model of two classes; this one has %d."
                  .formatted(function, label.classes().size()))
          .hint("ML.EVALUATE gives roc_auc averaged over the classes.");
    }
    SqlText rows = scored(0.5);
    return new SqlText(query.apply(observations(rows, label.classes())), rows.kernels());
  }

  private Label classifier(String function) {
    return model
        .label()
        .filter(label -> !label.classes().isEmpty())
        .orElseThrow(
            () ->
                InsituException.of(
                    ErrorCode.FUNCTION_NOT_APPLICABLE, function + " needs a classifier."));
  }

  /**
   * The rows that the metrics of a supervised model aggregate, see {@link Scored}: kept as a table,
   * {@link #over} it they are scored once for all metrics.
   */
  public SqlText scored(double threshold) {
    return kept.scored()
        .map(table -> new SqlText(all(table), Map.of()))
        .orElseGet(() -> ScoredQueries.supervised(model, threshold, source, inputs, writer()));
  }

  /**
   * The same over a table of {@link #scored} or {@link #clustered} rows; its threshold is then the
   * one of all metrics.
   */
  public Evaluations over(String table) {
    return keeping(new Kept(Optional.of(table), kept.groups(), kept.counts()));
  }

  /** Whether the model is a classifier of two classes, one that has {@link #groups}. */
  public boolean ofTwoClasses() {
    return model.label().filter(label -> label.classes().size() == 2).isPresent();
  }

  /**
   * The rows of a model {@link #ofTwoClasses} in groups of neighbouring scores, from which
   * EVALUATE, ROC_CURVE and PR_CURVE at percentiles and LIFT are computed: kept as a table, {@link
   * #grouped} by it they are sorted once for all.
   *
   * @param threshold of the positive class, then that of all metrics of the groups
   * @param buckets of the lift
   */
  public SqlText groups(double threshold, int buckets) {
    Label label = classifier("The order of scores");
    SqlText rows = scored(threshold);
    return new SqlText(
        ClassificationMetrics.groups(observations(rows, label.classes()), buckets, dialect),
        rows.kernels());
  }

  /** The same by a table of {@link #groups}; its threshold and buckets are then those of all. */
  public Evaluations grouped(String table) {
    return keeping(new Kept(kept.scored(), Optional.of(table), kept.counts()));
  }

  /** The rows that the metrics of a classifier are counted from, see {@link ScoreCounts#scores}. */
  public SqlText classScores() {
    Label label = classifier("The scores of classes");
    SqlText rows = scored(0.5);
    return new SqlText(
        ScoreCounts.scores(observations(rows, label.classes()), dialect), rows.kernels());
  }

  /** The same by counts of all rows of {@link #classScores}, of three classes or more. */
  public Evaluations counted(ScoreCounts counts) {
    return keeping(new Kept(kept.scored(), kept.groups(), Optional.of(counts)));
  }

  private Evaluations keeping(Kept other) {
    return new Evaluations(model, source, inputs, dialect, treeForm, other);
  }

  private Scored observations(SqlText rows, List<String> classes) {
    return new Scored(rows.sql(), classes, kept.groups().map(Evaluations::all), kept.counts());
  }

  private static String all(String table) {
    return "SELECT * FROM " + table;
  }

  private SqlWriter writer() {
    return new SqlWriter(dialect, treeForm);
  }
}
