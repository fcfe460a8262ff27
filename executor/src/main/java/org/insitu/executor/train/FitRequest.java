/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.insitu.executor.fit.Purpose;
import org.insitu.executor.registry.ModelDefinition;
import org.insitu.executor.train.family.Families;
import org.insitu.executor.train.family.Family;
import org.insitu.executor.train.tuning.TuningRequest;
import org.insitu.parser.error.InsituException;
import org.insitu.parser.error.Position;
import org.insitu.parser.option.Choice;
import org.insitu.parser.option.GeneralOptions;
import org.insitu.parser.option.ModelOptions;
import org.insitu.parser.statement.TransformClause;
import org.insitu.planner.bind.Columns;
import org.insitu.planner.rewrite.Expansion;
import org.insitu.planner.transform.TransformBinder;
import org.insitu.udf.transform.Transformation;

/**
 * One fit that was asked for.
 *
 * @param definition what the model is called and how it was created
 * @param mayExist whether a model of this name may be there already
 * @param sql the training query, our calls in it replaced and what they call registered
 * @param columns what it answers with
 * @param transformation what is done to them first; nothing is found of the rows yet
 * @param label the label column; for supervised models without one: a column named {@code label}
 * @param split how evaluation rows are chosen
 * @param family which trainer, with its options
 * @param policies what prediction is to do with odd input
 * @param tuning what is searched for the best of them
 * @param strict whether findings about the training rows stop the fit
 * @param globalExplain whether the attributions of ML.GLOBAL_EXPLAIN are computed
 * @param position of the training query, for errors about its columns
 */
public record FitRequest(
    ModelDefinition definition,
    boolean mayExist,
    String sql,
    Columns columns,
    Optional<Transformation> transformation,
    Optional<String> label,
    SplitRule split,
    Family family,
    InputPolicies policies,
    Optional<TuningRequest> tuning,
    boolean strict,
    boolean globalExplain,
    Position position) {

  /**
   * The training query.
   *
   * @param sql our calls in it replaced and what they call registered
   * @param columns what it answers with
   * @param position of it, for errors about its columns
   */
  public record Query(String sql, Columns columns, Position position) {}

  /**
   * What options and a query ask for. Refuses what can be known of them before anything is read.
   *
   * @param transform the clause of that name
   * @param execution where fits run that do not say themselves, if the session says so
   * @param expansion of calls of models in the clause
   */
  public static FitRequest of(
      ModelDefinition definition,
      boolean mayExist,
      Query query,
      Optional<TransformClause> transform,
      ModelOptions options,
      Optional<Choice.Execution> execution,
      Expansion expansion) {
    Columns columns = query.columns();
    Optional<String> label = FitOptions.label(options);
    SplitRule split = FitOptions.split(options);
    Family family = Families.of(options, execution);
    List<String> passed = passed(label, split, family.purpose());
    FitRequest request =
        new FitRequest(
            definition,
            mayExist,
            query.sql(),
            columns,
            transform
                .map(clause -> TransformBinder.bind(clause, columns, passed, expansion))
                .or(
                    () ->
                        TransformFit.ofColumns(columns, passed, family.levelColumns(), expansion)),
            label,
            split,
            family,
            InputPolicies.of(options),
            options
                .tuning()
                .map(
                    tuning ->
                        new TuningRequest(
                            tuning,
                            options.get(GeneralOptions.SEED),
                            values -> Families.of(options.trial(values), execution))),
            options.get(GeneralOptions.STRICT),
            FitOptions.globalExplain(options),
            query.position());
    request.checkPolicies();
    return request;
  }

  /** The column to predict: the one named, {@code label} where none is. */
  String labelName() {
    return label.orElse("label");
  }

  /** The columns that are no features: the label of supervised models, the one that splits. */
  List<String> passed() {
    return passed(label, split, family.purpose());
  }

  private static List<String> passed(Optional<String> label, SplitRule split, Purpose purpose) {
    List<String> names = new ArrayList<>();
    if (purpose.isSupervised()) {
      names.add(label.orElse("label"));
    }
    split.splitColumn().ifPresent(names::add);
    return names;
  }

  /**
   * Refuses what can be known of the policies: of a transformation, the features are not known.
   *
   * @throws InsituException COLUMN_NOT_FOUND or COLUMN_TYPE, at the column in the option
   */
  private void checkPolicies() {
    if (transformation.isEmpty() && policies.nameAny()) {
      policies.check(TrainingColumns.of(this).features());
    }
  }

  /** The same fit over what the transformation made of the columns. */
  FitRequest transformed(Transformation fitted, Columns made) {
    return new FitRequest(
        definition,
        mayExist,
        sql,
        made,
        Optional.empty(),
        label,
        split,
        family,
        policies.over(fitted),
        tuning,
        strict,
        globalExplain,
        position);
  }
}
