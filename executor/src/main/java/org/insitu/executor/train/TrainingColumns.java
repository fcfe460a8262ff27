/*
 * Copyright 2026 The Insitu Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.insitu.executor.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.arrow.vector.types.pojo.Field;
import org.insitu.executor.fit.ColumnCheck;
import org.insitu.executor.fit.rows.ColumnKind;
import org.insitu.parser.error.ErrorCode;
import org.insitu.parser.error.InsituException;
import org.insitu.planner.bind.Columns;
import org.insitu.planner.bind.FeatureBinding;
import org.insitu.planner.bind.Hints;
import org.insitu.planner.bind.SqlTypeNames;

/**
 * The columns of a training query by what they are for: everything about them that can be refused
 * before a row is read.
 *
 * @param label of supervised models
 * @param features all columns but the label, the one that splits and the one that weighs, in the
 *     query's order
 */
record TrainingColumns(Optional<Field> label, List<Field> features) {
  TrainingColumns {
    features = List.copyOf(features);
  }

  /**
   * Tells a request's columns apart.
   *
   * @throws InsituException LABEL_NOT_FOUND, COLUMN_NOT_FOUND, COLUMN_AMBIGUOUS, NO_FEATURES,
   *     COLUMN_TYPE or LABEL_TYPE, at the training query
   */
  static TrainingColumns of(FitRequest request) {
    try {
      Optional<Field> label = label(request);
      TrainingColumns columns = new TrainingColumns(label, features(request, label));
      ColumnCheck.check(columns.features(), label, request.family().purpose());
      request.family().check(columns.features());
      return columns;
    } catch (InsituException e) {
      throw e.at(request.position());
    }
  }

  private static Optional<Field> label(FitRequest request) {
    if (!request.family().purpose().isSupervised()) {
      return Optional.empty();
    }
    Columns columns = request.columns();
    String name = request.labelName();
    Optional<Field> found = columns.find(name, request.position());
    if (found.isPresent()) {
      return found;
    }
    String listed = FeatureBinding.listed(columns.names());
    throw InsituException.of(
            ErrorCode.LABEL_NOT_FOUND,
            request.label().isPresent()
                ? "The label column '%s' is not in the training query, which has %s."
                    .formatted(name, listed)
                : "The training query has no column 'label'; it has %s.".formatted(listed))
        .hint(
            request.label().isPresent()
                ? Hints.didYouMean(name, columns.names(), ErrorCode.LABEL_NOT_FOUND.remedy())
                : "Name the label: OPTIONS (INPUT_LABEL_COLS = ['%s'])."
                    .formatted(columns.names().getLast()));
  }

  private static List<Field> features(FitRequest request, Optional<Field> label) {
    Columns columns = request.columns();
    Optional<String> splitColumn = request.split().splitColumn();
    Optional<String> weights = request.family().weightColumn();
    splitColumn.ifPresent(name -> requireColumn("DATA_SPLIT_COL", name, request));
    weights.ifPresent(name -> requireWeights(name, request, label));
    List<Field> features = new ArrayList<>();
    for (Field field : columns.fields()) {
      boolean isLabel = label.isPresent() && field == label.get();
      if (!isLabel
          && splitColumn.filter(field.getName()::equalsIgnoreCase).isEmpty()
          && weights.filter(field.getName()::equalsIgnoreCase).isEmpty()) {
        columns.find(field.getName(), request.position()); // refuses a name that stands twice
        features.add(field);
      }
    }
    return features;
  }

  private static void requireWeights(String name, FitRequest request, Optional<Field> label) {
    Field field = requireColumn("INSTANCE_WEIGHT_COL", name, request);
    if (label.isPresent() && field == label.get()) {
      throw InsituException.of(
          ErrorCode.OPTION_NOT_APPLICABLE,
          "INSTANCE_WEIGHT_COL '%s' is the label.".formatted(name));
    }
    if (ColumnKind.of(field) != ColumnKind.NUMBER) {
      throw InsituException.of(
          ErrorCode.COLUMN_TYPE,
          "INSTANCE_WEIGHT_COL '%s' has type %s (allowed: numbers)."
              .formatted(name, SqlTypeNames.of(field)));
    }
  }

  private static Field requireColumn(String option, String name, FitRequest request) {
    Columns columns = request.columns();
    return columns
        .find(name, request.position())
        .orElseThrow(
            () ->
                InsituException.of(
                        ErrorCode.COLUMN_NOT_FOUND,
                        "%s '%s' is not in the training query, which has %s."
                            .formatted(option, name, FeatureBinding.listed(columns.names())))
                    .hint(Hints.didYouMean(name, columns.names(), "Select it in the query.")));
  }
}
