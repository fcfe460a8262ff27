/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.planner.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.insitu.udf.expression.Expression;
import org.insitu.udf.expression.Expression.Cast;
import org.insitu.udf.expression.Expression.Column;
import org.insitu.udf.expression.Program;
import org.insitu.udf.expression.Program.Named;
import org.insitu.udf.expression.ValueType;
import org.insitu.udf.model.Label;
import org.insitu.udf.model.ModelFunction;
import org.insitu.udf.model.ModelPrograms;
import org.insitu.udf.model.PredictOptions;
import org.insitu.udf.sql.InputColumn;
import org.insitu.udf.sql.SqlText;
import org.insitu.udf.sql.SqlWriter;

/** The queries whose rows the metrics aggregate: label and prediction side by side. */
public final class ScoredQueries {
  private static final String LABEL = "__label";

  /** A row's distance to its centroid, where the source's columns stand beside it. */
  public static final String DISTANCE = "__distance";

  private ScoredQueries() {}

  /**
   * A supervised model over a query that has its label: see {@link Scored} for the columns.
   *
   * @param inputs as in {@link SqlWriter#select}
   */
  public static SqlText supervised(
      ModelFunction model,
      double threshold,
      String source,
      Map<String, InputColumn> inputs,
      SqlWriter writer) {
    Label label = model.label().orElseThrow();
    boolean classes = !label.classes().isEmpty();
    // Classes are compared as text: a copy of the model whose label is text predicts text.
    ModelFunction textual =
        classes
            ? model.withLabel(new Label(label.name(), ValueType.VARCHAR, label.classes()))
            : model;
    Program program = ModelPrograms.unguarded(textual, new PredictOptions(threshold, true));
    List<Named> outputs = new ArrayList<>();
    Column labelColumn = new Column(LABEL, classes ? ValueType.VARCHAR : ValueType.DOUBLE);
    outputs.add(new Named("y", labelColumn));
    outputs.add(new Named("prediction", program.outputs().getFirst().expression()));
    // Of two classes the second says all.
    for (int k = label.classes().size() == 2 ? 1 : 0; k < label.classes().size(); k++) {
      outputs.add(new Named("p" + k, program.outputs().get(2 + k).expression()));
    }
    Named read = new Named(LABEL, classes ? classText(label) : number(label));
    return writer.select(program.with(read, outputs), source, List.of(), inputs);
  }

  private static Expression number(Label label) {
    return new Cast(new Column(label.name(), label.type()), ValueType.DOUBLE);
  }

  private static Expression classText(Label label) {
    Column raw = new Column(label.name(), label.type());
    return label.type() == ValueType.VARCHAR ? raw : new Cast(raw, ValueType.VARCHAR);
  }

  /** A clustering over a query: {@code centroid_id} and {@code distance} to it. */
  public static SqlText clustered(
      ModelFunction.KMeans model,
      String source,
      Map<String, InputColumn> inputs,
      SqlWriter writer) {
    return clustered(model, "distance", source, List.of(), inputs, writer);
  }

  /**
   * The same beside the source's own columns, the distance as {@link #DISTANCE}.
   *
   * @param keep as in {@link SqlWriter#select}
   */
  public static SqlText clustered(
      ModelFunction.KMeans model,
      String source,
      List<String> keep,
      Map<String, InputColumn> inputs,
      SqlWriter writer) {
    return clustered(model, DISTANCE, source, keep, inputs, writer);
  }

  private static SqlText clustered(
      ModelFunction.KMeans model,
      String distance,
      String source,
      List<String> keep,
      Map<String, InputColumn> inputs,
      SqlWriter writer) {
    Program program = ModelPrograms.unguarded(model, PredictOptions.DEFAULTS);
    return writer.select(
        new Program(
            program.layers(),
            List.of(
                program.outputs().getFirst(),
                new Named(distance, new Column("__nearest", ValueType.DOUBLE)))),
        source,
        keep,
        inputs);
  }
}
