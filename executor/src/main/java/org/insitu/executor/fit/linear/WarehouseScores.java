/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.fit.linear;

import java.util.ArrayList;
import java.util.List;
import org.insitu.executor.fit.FitProgress;
import org.insitu.executor.fit.LabelProfile;
import org.insitu.executor.fit.TrainingSet;
import org.insitu.executor.fit.rows.Source;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.model.Label;
import org.insitu.udf.sql.SqlDialect;

/**
 * Passes over the rows of a fit of scores where they are: one aggregate query each. Its layers,
 * from the inside, are the scaled columns, the scores, the probabilities, and residuals and
 * curvatures; the outermost adds up their products with the columns. A few numbers leave the
 * warehouse.
 *
 * <p><b>Errors:</b> TOO_MANY_CATEGORIES for more aggregates than a query bears.
 */
final class WarehouseScores implements ScorePass {
  private final ScoreModel model;
  private final TrainingSet data;
  private final Source source;
  private final SqlDialect dialect;
  private final List<String> columns;
  private final List<List<String>> layers;
  private final FitProgress progress;

  /**
   * Passes by these layers.
   *
   * @param layers from a row's class or number {@code y} and its scores {@code s0}, {@code s1} ...
   *     to its {@code loss}, residuals {@code r0} ... and curvatures {@code w0_0} ...
   */
  WarehouseScores(
      ScoreModel model, List<List<String>> layers, TrainingSet data, FitProgress progress) {
    requireAggregates(model);
    this.model = model;
    this.data = data;
    this.source = data.source();
    this.dialect = source.dialect();
    this.layers = List.copyOf(layers);
    this.progress = progress;
    this.columns = new ScaledColumns(model.design(), source).named();
    columns.add(label(data.profile().label().orElseThrow()) + " AS y");
  }

  private static void requireAggregates(ScoreModel model) {
    int pairs = model.scores() * (model.scores() + 1) / 2;
    int width = model.width();
    long first = model.loss().isPresent() ? 2 : 1;
    long aggregates =
        first + (long) model.scores() * width + (long) pairs * width * (width + 1) / 2;
    if (aggregates > LinearTrainer.AGGREGATES_MAX) {
      throw InsituException.of(
              ErrorCode.TOO_MANY_CATEGORIES,
              "Aggregates of one query: %d (allowed: <= %d)"
                  .formatted(aggregates, LinearTrainer.AGGREGATES_MAX))
          .hint("Leave execution = 'auto'.");
    }
  }

  private String label(LabelProfile profile) {
    return switch (profile) {
      case LabelProfile.Numeric numeric ->
          "CAST(%s AS %s)"
              .formatted(source.column(numeric.label().name()), dialect.type(ValueType.DOUBLE));
      case LabelProfile.Classes classes -> classIndex(classes.label());
    };
  }

  private String classIndex(Label label) {
    String text =
        "CAST(%s AS %s)".formatted(source.column(label.name()), dialect.type(ValueType.VARCHAR));
    StringBuilder sql = new StringBuilder("CASE " + text);
    for (int k = 0; k < label.classes().size(); k++) {
      sql.append(" WHEN ").append(dialect.string(label.classes().get(k))).append(" THEN ");
      sql.append(k);
    }
    return sql.append(" END").toString();
  }

  @Override
  public ScoreSums at(double[][] weights) {
    progress.checkCancelled();
    Source scored = source.withSql(source.select(columns));
    List<String> scores = new ArrayList<>();
    scores.add("*");
    for (int k = 0; k < weights.length; k++) {
      scores.add(score(weights[k]) + " AS s" + k);
    }
    Source layer = scored.withSql(scored.select(scores));
    for (List<String> next : layers) {
      layer = layer.withSql(layer.select(next));
    }
    return new Sums(model, layer.aggregate(aggregates()));
  }

  private String score(double[] weights) {
    Design design = model.design();
    List<String> terms = new ArrayList<>();
    terms.add(dialect.number(design.intercept() ? weights[0] : 0.0));
    for (int j = design.firstNumber(); j < weights.length; j++) {
      if (weights[j] != 0) {
        terms.add(dialect.number(weights[j]) + " * z" + j);
      }
    }
    return String.join(" + ", terms);
  }

  private List<String> aggregates() {
    List<String> result = new ArrayList<>();
    result.add("sum(loss)");
    if (model.loss().isPresent()) {
      result.add("sum(CASE WHEN w0_0 > 0 THEN r0 * r0 / w0_0 END)");
    }
    for (int k = 0; k < model.scores(); k++) {
      for (int i = 0; i < model.width(); i++) {
        result.add("sum(r%d%s)".formatted(k, by(i)));
      }
      for (int l = k; l < model.scores(); l++) {
        for (int i = 0; i < model.width(); i++) {
          for (int j = i; j < model.width(); j++) {
            result.add("sum(w%d_%d%s%s)".formatted(k, l, by(i), by(j)));
          }
        }
      }
    }
    return result;
  }

  /** The intercept's column is 1. */
  private String by(int column) {
    return column < model.design().firstNumber() ? "" : " * z" + column;
  }

  /** The row of a query, unpacked. */
  private static final class Sums implements ScoreSums {
    private final double loss;
    private final double pearson;
    private final double[][] gradient;
    private final double[][][][] curvature;

    Sums(ScoreModel model, double[] row) {
      int scores = model.scores();
      int width = model.width();
      this.loss = row[0];
      this.gradient = new double[scores][width];
      this.curvature = new double[scores][scores][width][width];
      int at = model.loss().isPresent() ? 2 : 1;
      this.pearson = at > 1 ? row[1] : 0;
      for (int k = 0; k < scores; k++) {
        for (int i = 0; i < width; i++) {
          gradient[k][i] = row[at++];
        }
        for (int l = k; l < scores; l++) {
          for (int i = 0; i < width; i++) {
            for (int j = i; j < width; j++) {
              double value = row[at++];
              curvature[k][l][i][j] = value;
              curvature[k][l][j][i] = value;
              curvature[l][k][i][j] = value;
              curvature[l][k][j][i] = value;
            }
          }
        }
      }
    }

    @Override
    public double loss() {
      return loss;
    }

    @Override
    public double pearson() {
      return pearson;
    }

    @Override
    public double gradient(int score, int column) {
      return gradient[score][column];
    }

    @Override
    public double curvature(int score, int column, int otherScore, int otherColumn) {
      return curvature[score][otherScore][column][otherColumn];
    }
  }
}
