/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.udf.model;

import java.util.ArrayList;
import java.util.List;
import org.insitu.udf.expression.Expression;
import org.insitu.udf.expression.Expression.Column;
import org.insitu.udf.expression.Expression.Literal;
import org.insitu.udf.expression.Expression.Ordering;
import org.insitu.udf.expression.Expression.StructList;
import org.insitu.udf.expression.Program;
import org.insitu.udf.expression.Program.Named;
import org.insitu.udf.expression.ValueType;

/**
 * Says what each feature adds to a model's answers, as a {@link Program}.
 *
 * <p>What is explained is the prediction of a regression, and of a classifier the score of the
 * class it predicts: log-odds of two classes, what softmax is taken of for more (its probability
 * where a model has no such score). It is the {@code baseline}, the score of a row of which nothing
 * is known, and the attributions of all features added to it.
 */
public final class ModelExplanations {
  private final ModelFunction model;
  private final Attribution attribution;
  private final Program prediction;
  private final List<List<Named>> layers;
  private final ChosenScore chosen;

  private ModelExplanations(ModelFunction model, Attribution attribution, double threshold) {
    this.model = model;
    this.attribution = attribution;
    this.prediction = ModelPrograms.unguarded(model, new PredictOptions(threshold, false));
    this.layers = new ArrayList<>(prediction.layers());
    int classes = classes().size();
    if (classes > 0) {
      layers.add(List.of(new Named(ChosenScore.CLASS, ClassOutputs.number(classes, threshold))));
    }
    this.chosen = attribution.chosen(classes);
  }

  /** Whether models of this kind are explained. */
  public static boolean areDefined(ModelFunction model) {
    return Attribution.of(model).isPresent();
  }

  /**
   * What ML.EXPLAIN_PREDICT adds to the row: {@code predicted_<label>}, of classifiers {@code
   * probability} (of that class), {@code top_feature_attributions} as a list of (feature,
   * attribution) by descending magnitude, {@code baseline_prediction_value}, {@code
   * prediction_value}, and {@code approximation_error}: 0 where the attributions are exact. Rows
   * that the model's policies refuse or withhold an answer of are not explained either.
   *
   * @throws IllegalArgumentException for a kind that is not explained
   */
  public static Program of(ModelFunction model, ExplainOptions options) {
    Program explained = explanations(model, options.threshold()).explained(options.topFeatures());
    return Guards.withheld(model.features(), explained).pruned();
  }

  /** The same by attributions of one's own choice. */
  static Program of(ModelFunction model, Attribution attribution, ExplainOptions options) {
    return new ModelExplanations(model, attribution, options.threshold())
        .explained(options.topFeatures());
  }

  /**
   * The attributions of all features, whatever the model's policies, as columns {@code a0}, {@code
   * a1} … in the model's order, and before them, of classifiers, the predicted class as the BIGINT
   * {@code class}, counted from 0.
   *
   * @throws IllegalArgumentException for a kind that is not explained
   */
  public static Program attributions(ModelFunction model) {
    ModelExplanations all = explanations(model, PredictOptions.DEFAULTS.threshold());
    List<Named> outputs = new ArrayList<>();
    if (!all.classes().isEmpty()) {
      outputs.add(new Named("class", new Column(ChosenScore.CLASS, ValueType.BIGINT)));
    }
    List<Expression> shares = all.attribution.shares(all.chosen, all.layers);
    for (int i = 0; i < shares.size(); i++) {
      outputs.add(new Named("a" + i, all.chosen.signed(shares.get(i))));
    }
    return new Program(all.layers, outputs).pruned();
  }

  private static ModelExplanations explanations(ModelFunction model, double threshold) {
    Attribution attribution =
        Attribution.of(model)
            .orElseThrow(() -> new IllegalArgumentException("a model that is not explained"));
    return new ModelExplanations(model, attribution, threshold);
  }

  private List<String> classes() {
    return model.label().map(Label::classes).orElse(List.of());
  }

  private Program explained(int top) {
    List<Named> outputs = new ArrayList<>();
    outputs.add(prediction.outputs().getFirst());
    if (!classes().isEmpty()) {
      Expression probability =
          ChosenScore.byClass(classes().size(), k -> new Column("__p" + k, ValueType.DOUBLE));
      outputs.add(new Named("probability", probability));
    }
    outputs.add(new Named("top_feature_attributions", sorted(top)));
    Expression baseline = chosen.of(attribution::baseline);
    outputs.add(new Named("baseline_prediction_value", chosen.signed(baseline)));
    outputs.add(
        new Named(
            "prediction_value", chosen.signed(chosen.of(k -> attribution.score(k, prediction)))));
    outputs.add(new Named("approximation_error", attribution.error()));
    return new Program(layers, outputs).pruned();
  }

  private StructList sorted(int top) {
    List<Expression> shares = attribution.shares(chosen, layers);
    List<Named> columns = new ArrayList<>();
    List<List<Expression>> rows = new ArrayList<>();
    for (int i = 0; i < shares.size(); i++) {
      String name = "__a" + i;
      columns.add(new Named(name, chosen.signed(shares.get(i))));
      rows.add(
          List.of(Literal.of(model.features().get(i).name()), new Column(name, ValueType.DOUBLE)));
    }
    layers.add(columns);
    return new StructList(
        List.of("feature", "attribution"),
        rows,
        new Ordering("attribution", true, Math.min(top, rows.size()), true));
  }
}
